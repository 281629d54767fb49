using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Layers;

/// <summary>A depthwise convolution, then a 1 x 1 convolution that mixes the channels: (N, H, W, C) gives (N, H', W', filters). The kernels
/// are (height, width, C, multiplier) and (1, 1, C * multiplier, filters).</summary>
public class SeparableConv2D : Layer
{
    private readonly DepthwiseConv2DArgs _args;
    private readonly (int H, int W) _kernelSize;
    private readonly (int H, int W) _strides;
    private readonly (int H, int W) _dilations;
    private ResourceVariable? _depthwise;
    private ResourceVariable? _pointwise;
    private ResourceVariable? _bias;

    /// <summary>A separable convolution.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the padding unknown.</exception>
    /// <exception cref="NotSupportedException">Channels first.</exception>
    public SeparableConv2D(DepthwiseConv2DArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.Positive(this, "filters", args.Filters);
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
        _depthwise = AddWeight(
            "depthwise_kernel", (_kernelSize.H, _kernelSize.W, channels, _args.DepthMultiplier), DType, _args.DepthwiseInitializer);
        _pointwise = AddWeight(
            "pointwise_kernel", (1, 1, channels * _args.DepthMultiplier, _args.Filters), DType, _args.PointwiseInitializer,
            regularizer: _args.KernelRegularizer, constraint: _args.KernelConstraint);
        if (_args.UseBias)
            _bias = AddWeight("bias", _args.Filters, DType, _args.BiasInitializer ?? KerasApi.keras.initializers.Zeros(),
                regularizer: _args.BiasRegularizer, constraint: _args.BiasConstraint);
        Input = new InputSpec(Rank: 4, Channels: channels);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => new(
        input_shape[0],
        SpatialSize.Convolved(this, input_shape[1], _kernelSize.H, _strides.H, _dilations.H, _args.Padding),
        SpatialSize.Convolved(this, input_shape[2], _kernelSize.W, _strides.W, _dilations.W, _args.Padding),
        _args.Filters);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var y = Operations.DepthwiseConv2D.Apply(inputs, _depthwise!, _strides, _args.Padding, _dilations);
        y = Operations.Conv2D.Apply(y, _pointwise!, (1, 1), "valid", (1, 1));
        if (_bias is not null)
            y += _bias;
        return _args.Activation?.Apply(y) ?? y;
    }
}
