using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>What layers share that pool whole pictures: (N, H, W, C) gives (N, C).</summary>
public abstract class GlobalPooling2D : Layer
{
    private protected static readonly int[] s_axes = [1, 2];

    private protected GlobalPooling2D(GlobalPooling2DArgs args)
        : base(args)
    {
        LayerCheck.ChannelsLast(this, args.DataFormat);
        Input = new InputSpec(Rank: 4);
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => new(input_shape[0], input_shape[3]);
}
