using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>What pooling layers share: (N, H, W, C) gives (N, H', W', C), one number for each window and channel; or, channels first,
/// (N, C, H, W) gives (N, C, H', W').</summary>
public abstract class Pooling2D : Layer
{
    private static readonly int[] s_toLast = [0, 2, 3, 1];
    private static readonly int[] s_toFirst = [0, 3, 1, 2];

    private readonly bool _channelsFirst;

    private protected Pooling2D(Pooling2DArgs args)
        : base(args)
    {
        PoolSize = LayerCheck.Pair(this, "pool_size", args.PoolSize);
        Strides = args.Strides is null ? PoolSize : LayerCheck.Pair(this, "strides", args.Strides);
        LayerCheck.Padding(this, args.Padding);
        _channelsFirst = LayerCheck.IsChannelsFirst(this, args.DataFormat);
        Padding = args.Padding;
        Input = new InputSpec(Rank: 4);
    }

    private protected (int H, int W) PoolSize { get; }

    private protected (int H, int W) Strides { get; }

    private protected string Padding { get; }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape)
    {
        var height = _channelsFirst ? 2 : 1;
        return input_shape
            .With(height, SpatialSize.Convolved(this, input_shape[height], PoolSize.H, Strides.H, 1, Padding))
            .With(height + 1, SpatialSize.Convolved(this, input_shape[height + 1], PoolSize.W, Strides.W, 1, Padding));
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        _channelsFirst ? Transpose.Apply(Pool(Transpose.Apply(inputs, s_toLast)), s_toFirst) : Pool(inputs);

    /// <summary>The pooled pictures, (N, H, W, C) before and after.</summary>
    private protected abstract Tensor Pool(Tensor x);
}
