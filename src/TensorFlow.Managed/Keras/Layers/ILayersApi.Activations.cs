namespace Tensorflow.Keras.Layers;

/// <content>Functions of each element as layers.</content>
public partial interface ILayersApi
{
    /// <summary>x where it is positive, else alpha (exp(x) - 1).</summary>
    /// <param name="alpha">How far below 0 it goes; 0.1 unless given, as in TensorFlow.NET (Keras has 1).</param>
    ILayer ELU(float alpha = 0.1f);

    /// <summary>exp(x).</summary>
    ILayer Exponential();

    /// <summary>0.2 x + 0.5, kept within [0, 1].</summary>
    ILayer HardSigmoid();

    /// <summary>x tanh(log(1 + exp(x))).</summary>
    ILayer Mish();

    /// <summary>x where it is positive, else alpha x, alpha learned.</summary>
    /// <param name="alpha_initializer">The slopes' start; null for zeros.</param>
    /// <param name="alpha_regularizer">What the slopes cost; null for nothing.</param>
    /// <param name="alpha_constraint">What the slopes keep to; null for nothing.</param>
    /// <param name="shared_axes">Axes along which there is one slope: (1, 2) for one a channel of pictures; null for a slope for each
    /// place.</param>
    ILayer PReLU(
        IInitializer? alpha_initializer = null, IRegularizer? alpha_regularizer = null, IConstraint? alpha_constraint = null,
        Axis? shared_axes = null);

    /// <summary>1.0507 x where x is positive, else 1.7581 (exp(x) - 1).</summary>
    ILayer SELU();

    /// <summary>exp(x) over its sum along an axis.</summary>
    /// <param name="axis">The axis; null for the last.</param>
    ILayer Softmax(Axis? axis = null);

    /// <summary>log(1 + exp(x)).</summary>
    ILayer Softplus();

    /// <summary>x / (1 + |x|).</summary>
    ILayer Softsign();

    /// <summary>x sigmoid(x).</summary>
    ILayer Swish();

    /// <summary>tanh x.</summary>
    ILayer Tanh();
}
