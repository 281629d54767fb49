using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>min(x, max_value) where x reaches the threshold, else negative_slope * (x - threshold).</summary>
public class ReLU : Layer
{
    private readonly ReLUArgs _args;

    /// <summary>A ReLU.</summary>
    /// <exception cref="ArgumentException">A number is negative.</exception>
    public ReLU(ReLUArgs args)
        : base(args)
    {
        _args = args;
        if (args.MaxValue < 0 || args.NegativeSlope < 0 || args.Threshold < 0)
            throw new ArgumentException(
                $"{Description}: max_value, negative_slope and threshold must not be negative; they are " +
                $"{args.MaxValue?.ToString() ?? "null"}, {args.NegativeSlope} and {args.Threshold}.");
        Input = new InputSpec();
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        var y = _args.Threshold == 0
            ? _args.NegativeSlope == 0 ? Relu.Apply(x) : LeakyRelu.Apply(x, _args.NegativeSlope)
            : Where.Apply(x >= _args.Threshold, x, (x - _args.Threshold) * _args.NegativeSlope);
        return _args.MaxValue is { } limit ? Minimum.Apply(y, Constant.Scalar(limit, y.dtype)) : y;
    }
}
