using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>A border cut off: (N, H, W, C) gives (N, H - top - bottom, W - left - right, C).</summary>
public class Cropping2D : Layer
{
    private readonly ((int Top, int Bottom) Height, (int Left, int Right) Width) _cropping;

    /// <summary>A cropping layer.</summary>
    /// <exception cref="ArgumentException">A width is negative.</exception>
    public Cropping2D(Cropping2DArgs args)
        : base(args)
    {
        var ((top, bottom), (left, right)) = _cropping = args.Cropping;
        if (Math.Min(Math.Min(top, bottom), Math.Min(left, right)) < 0)
            throw new ArgumentException($"{Description}: cropping must not be negative; it is {args.Cropping}.");
        Input = new InputSpec(Rank: 4, Floating: false);
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) =>
        new(input_shape[0], Cropped(input_shape, 1, _cropping.Height), Cropped(input_shape, 2, _cropping.Width), input_shape[3]);

    private protected override TF_DataType ComputeOutputType(TF_DataType input) => input;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        return Operations.Slice.Apply(x, [0, _cropping.Height.Top, _cropping.Width.Left, 0], ComputeOutputShape(x.shape));
    }

    private long Cropped(Shape shape, int axis, (int Before, int After) cropping)
    {
        if (shape[axis] < 0)
            return -1;
        var left = shape[axis] - cropping.Before - cropping.After;
        return left > 0 ? left : throw new ArgumentException(
            $"{Description} cuts {cropping} pixels off; the picture of shape {shape} has no more along axis {axis}.");
    }
}
