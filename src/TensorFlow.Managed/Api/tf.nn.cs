using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Neural networks' operations.</content>
public sealed partial class tensorflow
{
    /// <summary>Neural networks' operations: <c>tf.nn.leaky_relu(x)</c>.</summary>
    public nn_api nn { get; } = new();
}

/// <summary>Neural networks' operations, <c>tf.nn</c>: thin, every member hands on to an operation.</summary>
public sealed partial class nn_api
{
    internal nn_api()
    {
    }

    /// <summary>Adds a number to each channel.</summary>
    /// <param name="value">(..., channels).</param>
    /// <param name="bias">(channels).</param>
    /// <exception cref="ArgumentException">The bias has another shape.</exception>
    public Tensor bias_add(Tensor value, Tensor bias) => value.ndim > 1 && bias.shape == value.shape[^1..]
        ? Add.Apply(value, bias)
        : throw new ArgumentException(
            $"bias_add: a value (..., channels) and a bias (channels,) are needed; they have the shapes {value.shape} and {bias.shape}.");

    /// <summary>Mean and biased variance along axes.</summary>
    /// <param name="x">A floating tensor.</param>
    /// <param name="axes">The axes, negative ones counted from the last.</param>
    /// <param name="keep_dims">Whether these axes stay, with size 1.</param>
    public (Tensor, Tensor) moments(Tensor x, Axis axes, bool keep_dims = false)
    {
        var centered = x - ReduceMean.Apply(x, axes.axes, keepdims: true);
        return (ReduceMean.Apply(x, axes.axes, keep_dims), ReduceMean.Apply(centered * centered, axes.axes, keep_dims));
    }

    /// <summary>Half the sum of the squares.</summary>
    public Tensor l2_loss(Tensor t, string? name = null) => ReduceSum.Apply(t * t) * 0.5;

    /// <summary>Sets elements to 0 at random and multiplies the others by 1 / (1 - rate).</summary>
    /// <param name="x">float32.</param>
    /// <param name="rate">The probability that an element becomes 0, from 0 to below 1.</param>
    /// <param name="seed">A stream of random numbers of its own; the program's stream without one.</param>
    public Tensor dropout(Tensor x, float rate, int? seed = null) =>
        Dropout.Apply(x, rate, seed is { } own ? RandomGenerator.OfSeed(own) : RandomGenerator.Global);
}
