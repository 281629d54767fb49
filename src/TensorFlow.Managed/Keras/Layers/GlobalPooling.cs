using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>What layers share that pool whole examples: (N, H, W, C) gives (N, C), or with <c>keepdims</c> (N, 1, 1, C); of sequences
/// (N, T, C) gives (N, C). Channels may stand first.</summary>
public abstract class GlobalPooling : Layer
{
    private readonly bool _keepDims;
    private readonly int[] _axes;

    private protected GlobalPooling(GlobalPoolingArgs args, int spatialAxes)
        : base(args)
    {
        var first = LayerCheck.IsChannelsFirst(this, args.DataFormat) ? 2 : 1;
        (_keepDims, _axes) = (args.KeepDims, [.. Enumerable.Range(first, spatialAxes)]);
        Input = new InputSpec(Rank: spatialAxes + 2);
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => new([.. Enumerable.Range(0, input_shape.ndim)
        .Where(axis => _keepDims || !_axes.Contains(axis)).Select(axis => _axes.Contains(axis) ? 1 : input_shape[axis])]);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        Pool(inputs, _axes, _keepDims);

    private protected abstract Tensor Pool(Tensor x, int[] axes, bool keepDims);
}
