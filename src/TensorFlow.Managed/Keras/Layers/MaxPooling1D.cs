using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>The largest value of each window of a sequence: (N, T, C) gives (N, T', C).</summary>
public class MaxPooling1D : Layer
{
    private readonly Pooling1DArgs _args;
    private readonly int _stride;

    /// <summary>A pooling layer.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the padding unknown.</exception>
    /// <exception cref="NotSupportedException">Channels first.</exception>
    public MaxPooling1D(Pooling1DArgs args)
        : base(args)
    {
        (_args, _stride) = (args, args.Strides ?? args.PoolSize);
        LayerCheck.Positive(this, "pool_size", args.PoolSize);
        LayerCheck.Positive(this, "strides", _stride);
        LayerCheck.Padding(this, args.Padding);
        LayerCheck.ChannelsLast(this, args.DataFormat);
        Input = new InputSpec(Rank: 3);
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) =>
        input_shape.With(1, SpatialSize.Convolved(this, input_shape[1], _args.PoolSize, _stride, 1, _args.Padding));

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        // A picture of one row.
        Squeeze.Apply(MaxPool2D.Apply(ExpandDims.Apply(inputs, 1), (1, _args.PoolSize), (1, _stride), _args.Padding), [1]);
}
