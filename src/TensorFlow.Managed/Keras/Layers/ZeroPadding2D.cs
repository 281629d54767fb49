using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>A border of zeros: (N, H, W, C) gives (N, H + top + bottom, W + left + right, C).</summary>
public class ZeroPadding2D : Layer
{
    private readonly (long, long)[] _padding;

    /// <summary>A padding layer.</summary>
    /// <exception cref="ArgumentException">A width is negative.</exception>
    public ZeroPadding2D(ZeroPadding2DArgs args)
        : base(args)
    {
        var ((top, bottom), (left, right)) = args.Padding;
        if (Math.Min(Math.Min(top, bottom), Math.Min(left, right)) < 0)
            throw new ArgumentException($"{Description}: padding must not be negative; it is {args.Padding}.");
        _padding = [(0, 0), (top, bottom), (left, right), (0, 0)];
        Input = new InputSpec(Rank: 4, Floating: false);
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) =>
        new(input_shape[0], Padded(input_shape[1], _padding[1]), Padded(input_shape[2], _padding[2]), input_shape[3]);

    private protected override TF_DataType ComputeOutputType(TF_DataType input) => input;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        Pad.Apply(inputs, _padding);

    private static long Padded(long size, (long Before, long After) padding) => size < 0 ? -1 : size + padding.Before + padding.After;
}
