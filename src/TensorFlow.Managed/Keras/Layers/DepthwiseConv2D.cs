using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Layers;

/// <summary>A convolution of each channel by itself: (N, H, W, C) gives (N, H', W', C * multiplier). The kernel is (height, width, C,
/// multiplier).</summary>
public class DepthwiseConv2D : Layer
{
    private readonly DepthwiseConv2DArgs _args;
    private readonly (int H, int W) _kernelSize;
    private readonly (int H, int W) _strides;
    private readonly (int H, int W) _dilations;
    private ResourceVariable? _kernel;
    private ResourceVariable? _bias;

    /// <summary>A depthwise convolution.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the padding unknown.</exception>
    /// <exception cref="NotSupportedException">Channels first.</exception>
    public DepthwiseConv2D(DepthwiseConv2DArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.Positive(this, "depth_multiplier", args.DepthMultiplier);
        LayerCheck.ChannelsLast(this, args.DataFormat);
        LayerCheck.Padding(this, args.Padding);
        _kernelSize = LayerCheck.Pair(this, "kernel_size", args.KernelSize);
        _strides = LayerCheck.Pair(this, "strides", args.Strides);
        _dilations = LayerCheck.Pair(this, "dilation_rate", args.DilationRate);
        Input = new InputSpec(Rank: 4);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var channels = LayerCheck.LastAxis(this, input_shape.ToSingleShape());
        _kernel = AddWeight(
            "depthwise_kernel", (_kernelSize.H, _kernelSize.W, channels, _args.DepthMultiplier), DType, _args.DepthwiseInitializer,
            regularizer: _args.KernelRegularizer, constraint: _args.KernelConstraint);
        if (_args.UseBias)
            _bias = AddWeight("bias", channels * _args.DepthMultiplier, DType, _args.BiasInitializer
                ?? KerasApi.keras.initializers.Zeros(), regularizer: _args.BiasRegularizer, constraint: _args.BiasConstraint);
        Input = new InputSpec(Rank: 4, Channels: channels);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => new(
        input_shape[0],
        SpatialSize.Convolved(this, input_shape[1], _kernelSize.H, _strides.H, _dilations.H, _args.Padding),
        SpatialSize.Convolved(this, input_shape[2], _kernelSize.W, _strides.W, _dilations.W, _args.Padding),
        input_shape[3] * _args.DepthMultiplier);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var y = Operations.DepthwiseConv2D.Apply(inputs, _kernel!, _strides, _args.Padding, _dilations);
        if (_bias is not null)
            y += _bias;
        return _args.Activation?.Apply(y) ?? y;
    }
}
