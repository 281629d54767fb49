using Tensorflow.Operations;

namespace Tensorflow.Keras;

/// <summary>The activations by name: in capitals to give to a layer (<c>keras.activations.Relu</c>),
/// in small letters to apply to a tensor.</summary>
public sealed class Activations
{
    private static readonly Dictionary<string, Activation> s_all = new Activation[]
    {
        new("linear", null),
        new("relu", Operations.Relu.Apply),
        new("sigmoid", Operations.Sigmoid.Apply),
        new("tanh", Operations.Tanh.Apply),
        new("softmax", x => Operations.Softmax.Apply(x)),
        new("elu", Operations.Elu.Apply),
        new("gelu", Operations.Gelu.Apply),
        new("swish", Operations.Swish.Apply),
        new("softplus", Operations.Softplus.Apply),
        new("exponential", Exp.Apply),
        new("leaky_relu", x => Operations.LeakyRelu.Apply(x, 0.2f)),
        new("selu", Operations.Selu.Apply),
        new("softsign", Operations.Softsign.Apply),
        new("hard_sigmoid", Operations.HardSigmoid.Apply),
        new("mish", Operations.Mish.Apply),
    }.ToDictionary(activation => activation.Name);

    internal Activations()
    {
    }

    /// <summary>x.</summary>
    public Activation Linear => s_all["linear"];

    /// <summary>max(x, 0).</summary>
    public Activation Relu => s_all["relu"];

    /// <summary>1 / (1 + exp(-x)).</summary>
    public Activation Sigmoid => s_all["sigmoid"];

    /// <summary>tanh x.</summary>
    public Activation Tanh => s_all["tanh"];

    /// <summary>exp(x) over its sum along the last axis.</summary>
    public Activation Softmax => s_all["softmax"];

    /// <summary>x where it is positive, else exp(x) - 1.</summary>
    public Activation Elu => s_all["elu"];

    /// <summary>x times the normal distribution's share below x (the exact form, with erf).</summary>
    public Activation Gelu => s_all["gelu"];

    /// <summary>x sigmoid(x).</summary>
    public Activation Swish => s_all["swish"];

    /// <summary>log(1 + exp(x)).</summary>
    public Activation Softplus => s_all["softplus"];

    /// <summary>exp(x).</summary>
    public Activation Exponential => s_all["exponential"];

    /// <summary>x where it is positive, else 0.2 x.</summary>
    public Activation LeakyRelu => s_all["leaky_relu"];

    /// <summary>1.0507 x where x is positive, else 1.7581 (exp(x) - 1).</summary>
    public Activation Selu => s_all["selu"];

    /// <summary>x / (1 + |x|).</summary>
    public Activation Softsign => s_all["softsign"];

    /// <summary>0.2 x + 0.5, kept within [0, 1].</summary>
    public Activation HardSigmoid => s_all["hard_sigmoid"];

    /// <summary>x tanh(log(1 + exp(x))).</summary>
    public Activation Mish => s_all["mish"];

    /// <summary>x.</summary>
    public Tensor linear(Tensor x) => x;

    /// <summary>max(x, 0).</summary>
    public Tensor relu(Tensor x) => Relu.Apply(x);

    /// <summary>1 / (1 + exp(-x)).</summary>
    public Tensor sigmoid(Tensor x) => Sigmoid.Apply(x);

    /// <summary>tanh x.</summary>
    public Tensor tanh(Tensor x) => Tanh.Apply(x);

    /// <summary>exp(x) over its sum along an axis.</summary>
    public Tensor softmax(Tensor x, int axis = -1) => Operations.Softmax.Apply(x, axis);

    /// <summary>x where it is positive, else exp(x) - 1.</summary>
    public Tensor elu(Tensor x) => Elu.Apply(x);

    /// <summary>x times the normal distribution's share below x (the exact form, with erf).</summary>
    public Tensor gelu(Tensor x) => Gelu.Apply(x);

    /// <summary>x sigmoid(x).</summary>
    public Tensor swish(Tensor x) => Swish.Apply(x);

    /// <summary>log(1 + exp(x)).</summary>
    public Tensor softplus(Tensor x) => Softplus.Apply(x);

    /// <summary>exp(x).</summary>
    public Tensor exponential(Tensor x) => Exponential.Apply(x);

    /// <summary>x where it is positive, else alpha x.</summary>
    public Tensor leaky_relu(Tensor x, float alpha = 0.2f) => Operations.LeakyRelu.Apply(x, alpha);

    /// <summary>1.0507 x where x is positive, else 1.7581 (exp(x) - 1).</summary>
    public Tensor selu(Tensor x) => Operations.Selu.Apply(x);

    /// <summary>x / (1 + |x|).</summary>
    public Tensor softsign(Tensor x) => Operations.Softsign.Apply(x);

    /// <summary>0.2 x + 0.5, kept within [0, 1].</summary>
    public Tensor hard_sigmoid(Tensor x) => Operations.HardSigmoid.Apply(x);

    /// <summary>x tanh(log(1 + exp(x))).</summary>
    public Tensor mish(Tensor x) => Operations.Mish.Apply(x);

    /// <summary>The activation of a name.</summary>
    /// <exception cref="ArgumentException">There is none of this name; the message lists those there are.</exception>
    public Activation get(string identifier) => Get(identifier);

    internal static Activation Get(string name) => s_all.TryGetValue(name, out var activation)
        ? activation
        : throw new ArgumentException($"There is no activation '{name}'; there are {string.Join(", ", s_all.Keys)}.");
}
