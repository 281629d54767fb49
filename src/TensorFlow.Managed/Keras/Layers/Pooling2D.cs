using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>What pooling layers share: (N, H, W, C) gives (N, H', W', C), one number for each window and channel.</summary>
public abstract class Pooling2D : Layer
{
    private protected Pooling2D(Pooling2DArgs args)
        : base(args)
    {
        PoolSize = LayerCheck.Pair(this, "pool_size", args.PoolSize);
        Strides = args.Strides is null ? PoolSize : LayerCheck.Pair(this, "strides", args.Strides);
        LayerCheck.Padding(this, args.Padding);
        LayerCheck.ChannelsLast(this, args.DataFormat);
        Padding = args.Padding;
        Input = new InputSpec(Rank: 4);
    }

    private protected (int H, int W) PoolSize { get; }

    private protected (int H, int W) Strides { get; }

    private protected string Padding { get; }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => new(
        input_shape[0],
        SpatialSize.Convolved(this, input_shape[1], PoolSize.H, Strides.H, 1, Padding),
        SpatialSize.Convolved(this, input_shape[2], PoolSize.W, Strides.W, 1, Padding),
        input_shape[3]);
}
