using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>x where it is positive, else alpha x, alpha learned (He et al., arXiv 1502.01852). It has the shape of an example, with size 1
/// along the shared axes.</summary>
public class PReLU : Layer
{
    private readonly PReLUArgs _args;
    private ResourceVariable? _alpha;

    /// <summary>A parametric ReLU.</summary>
    public PReLU(PReLUArgs args)
        : base(args)
    {
        _args = args;
        Input = new InputSpec(MinimumRank: 2);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">An axis that is not shared has no size, or an axis is not one of an example.</exception>
    public override void build(KerasShapesWrapper input_shape)
    {
        var shape = input_shape.ToSingleShape();
        int[] shared = [.. (_args.SharedAxes?.axes ?? []).Select(shape.Axis)];
        if (shared.Contains(0))
            throw new ArgumentException($"{Description}: shared_axes are axes of an example, from 1 on.");
        long[] sizes = [.. Enumerable.Range(1, shape.ndim - 1).Select(axis => shared.Contains(axis) ? 1 : shape[axis])];
        if (sizes.Any(size => size < 0))
            throw new ArgumentException(
                $"{Description} must know the input's sizes to make its weights; it got {shape}. Axes that vary can be shared_axes.");
        _alpha = AddWeight("alpha", new Shape(sizes), DType, _args.AlphaInitializer ?? KerasApi.keras.initializers.Zeros(),
            regularizer: _args.AlphaRegularizer, constraint: _args.AlphaConstraint);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        return Relu.Apply(x) - _alpha!.AsTensor() * Relu.Apply(-x);
    }
}
