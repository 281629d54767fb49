using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <content>Functions of each element as layers.</content>
internal sealed partial class LayersApi
{
    public ILayer ELU(float alpha) => new ELU(new ELUArgs { Alpha = alpha });

    public ILayer Exponential() => Function("exponential");

    public ILayer HardSigmoid() => Function("hard_sigmoid");

    public ILayer Mish() => Function("mish");

    public ILayer PReLU(
        IInitializer? alpha_initializer, IRegularizer? alpha_regularizer, IConstraint? alpha_constraint, Axis? shared_axes) =>
        new PReLU(new PReLUArgs
        {
            AlphaInitializer = alpha_initializer,
            AlphaRegularizer = alpha_regularizer,
            AlphaConstraint = alpha_constraint,
            SharedAxes = shared_axes,
        });

    public ILayer SELU() => Function("selu");

    public ILayer Softmax(Axis? axis) => new Softmax(new SoftmaxArgs { Axis = axis ?? -1 });

    public ILayer Softplus() => Function("softplus");

    public ILayer Softsign() => Function("softsign");

    public ILayer Swish() => Function("swish");

    public ILayer Tanh() => Function("tanh");

    /// <summary>The layer of an activation, named after it.</summary>
    private static ActivationLayer Function(string name) => new(new ActivationArgs { Activation = name, Name = LayerNames.Next(name) });
}
