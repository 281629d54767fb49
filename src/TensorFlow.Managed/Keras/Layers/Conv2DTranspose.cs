using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Layers;

/// <summary>
/// The transpose of a convolution, which makes pictures larger: (N, H, W, in) gives (N, H', W', filters), where H' is H times the stride
/// for the padding <c>same</c>, and for <c>valid</c> that plus what the kernel exceeds the stride by.
/// The kernel is (height, width, filters, in).
/// </summary>
/// <example><code>keras.layers.Conv2DTranspose(64, (5, 5), (2, 2), "same", use_bias: false)</code></example>
public class Conv2DTranspose : Layer
{
    private readonly Conv2DArgs _args;
    private readonly (int H, int W) _kernelSize;
    private readonly (int H, int W) _strides;
    private ResourceVariable? _kernel;
    private ResourceVariable? _bias;

    /// <summary>A transposed convolution.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the padding unknown.</exception>
    /// <exception cref="NotSupportedException">Dilation, groups, or channels first.</exception>
    public Conv2DTranspose(Conv2DArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.Positive(this, "filters", args.Filters);
        LayerCheck.ChannelsLast(this, args.DataFormat);
        LayerCheck.Padding(this, args.Padding);
        if (args.Groups != 1 || LayerCheck.Pair(this, "dilation_rate", args.DilationRate) != (1, 1))
            throw new NotSupportedException(
                $"{Description}: dilation_rate and groups must be 1; they are {args.DilationRate} and {args.Groups}.");
        _kernelSize = LayerCheck.Pair(this, "kernel_size", args.KernelSize);
        _strides = LayerCheck.Pair(this, "strides", args.Strides);
        Input = new InputSpec(Rank: 4);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var channels = LayerCheck.LastAxis(this, input_shape.ToSingleShape());
        _kernel = AddWeight("kernel", (_kernelSize.H, _kernelSize.W, _args.Filters, channels), DType, _args.KernelInitializer,
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
        SpatialSize.Transposed(input_shape[1], _kernelSize.H, _strides.H, _args.Padding),
        SpatialSize.Transposed(input_shape[2], _kernelSize.W, _strides.W, _args.Padding),
        _args.Filters);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        var size = (
            (int)SpatialSize.Transposed(x.shape[1], _kernelSize.H, _strides.H, _args.Padding),
            (int)SpatialSize.Transposed(x.shape[2], _kernelSize.W, _strides.W, _args.Padding));
        var y = Operations.Conv2DTranspose.Apply(x, _kernel!, size, _strides, _args.Padding);
        if (_bias is not null)
            y += _bias;
        return _args.Activation?.Apply(y) ?? y;
    }
}
