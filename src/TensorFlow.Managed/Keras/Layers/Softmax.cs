using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>exp(x) over its sum along an axis.</summary>
public class Softmax : Layer
{
    private readonly int _axis;

    /// <summary>A softmax.</summary>
    /// <exception cref="NotSupportedException">Several axes are given.</exception>
    public Softmax(SoftmaxArgs args)
        : base(args)
    {
        _axis = args.Axis.axes is [var axis]
            ? axis : throw new NotSupportedException($"{Description}: axis must be one number; it has {args.Axis.axes.Length}.");
        Input = new InputSpec();
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        Operations.Softmax.Apply(inputs, _axis);
}
