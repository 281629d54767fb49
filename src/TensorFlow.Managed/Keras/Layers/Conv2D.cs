using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Layers;

/// <summary>A convolution of pictures: (N, H, W, in) gives (N, H', W', filters). The kernel is (height, width, in / groups,
/// filters).</summary>
/// <example><code>keras.layers.Conv2D(64, (5, 5), strides: (2, 2), padding: "same")</code></example>
public class Conv2D : Layer, IKernelLayer
{
    private readonly Conv2DArgs _args;
    private readonly (int H, int W) _kernelSize;
    private readonly (int H, int W) _strides;
    private readonly (int H, int W) _dilations;
    private ResourceVariable? _kernel;
    private ResourceVariable? _bias;

    /// <summary>A convolution.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the padding unknown.</exception>
    /// <exception cref="NotSupportedException">Channels first.</exception>
    public Conv2D(Conv2DArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.Positive(this, "filters", args.Filters);
        LayerCheck.ChannelsLast(this, args.DataFormat);
        LayerCheck.Padding(this, args.Padding);
        LayerCheck.Groups(this, "filters", args.Filters, args.Groups);
        _kernelSize = LayerCheck.Pair(this, "kernel_size", args.KernelSize);
        _strides = LayerCheck.Pair(this, "strides", args.Strides);
        _dilations = LayerCheck.Pair(this, "dilation_rate", args.DilationRate);
        Input = new InputSpec(Rank: 4);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var channels = LayerCheck.LastAxis(this, input_shape.ToSingleShape());
        LayerCheck.Groups(this, "the input's channels", channels, _args.Groups);
        _kernel = AddWeight(
            "kernel", (_kernelSize.H, _kernelSize.W, channels / _args.Groups, _args.Filters), DType, _args.KernelInitializer,
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
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        CallWith(_kernel!.AsTensor(), inputs);

    ResourceVariable? IKernelLayer.Kernel => _kernel;

    Tensor IKernelLayer.CallWith(Tensor kernel, Tensor x) => CallWith(kernel, x);

    private Tensor CallWith(Tensor kernel, Tensor x)
    {
        var y = Operations.GroupedConv2D.Apply(x, kernel, _args.Groups, _strides, _args.Padding, _dilations);
        if (_bias is not null)
            y += _bias;
        return _args.Activation?.Apply(y) ?? y;
    }
}
