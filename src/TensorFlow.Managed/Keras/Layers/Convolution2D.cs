using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Layers;

/// <summary>What convolutions of pictures share: (N, H, W, in) gives (N, H', W', out), then a bias and an activation.</summary>
public abstract class Convolution2D : Layer
{
    private readonly Conv2DArgs _args;
    private ResourceVariable? _bias;

    private protected Convolution2D(Conv2DArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.ChannelsLast(this, args.DataFormat);
        LayerCheck.Padding(this, args.Padding);
        KernelSize = LayerCheck.Pair(this, "kernel_size", args.KernelSize);
        Strides = LayerCheck.Pair(this, "strides", args.Strides);
        Dilations = LayerCheck.Pair(this, "dilation_rate", args.DilationRate);
        Input = new InputSpec(Rank: 4);
    }

    private protected (int H, int W) KernelSize { get; }

    private protected (int H, int W) Strides { get; }

    private protected (int H, int W) Dilations { get; }

    private protected string Padding => _args.Padding;

    internal override IRegularizer? ActivityRegularizer => _args.ActivityRegularizer;

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var channels = LayerCheck.LastAxis(this, input_shape.ToSingleShape());
        MakeKernels(channels);
        if (_args.UseBias)
            _bias = AddWeight("bias", OutputChannels(channels), DType, _args.BiasInitializer ?? KerasApi.keras.initializers.Zeros(),
                regularizer: _args.BiasRegularizer, constraint: _args.BiasConstraint);
        Input = new InputSpec(Rank: 4, Channels: channels);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => new(
        input_shape[0], OutputSize(input_shape[1], KernelSize.H, Strides.H, Dilations.H),
        OutputSize(input_shape[2], KernelSize.W, Strides.W, Dilations.W), OutputChannels(input_shape[3]));

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        Finished(Convolve(inputs));

    /// <summary>Makes the weights but for the bias.</summary>
    private protected abstract void MakeKernels(long channels);

    private protected abstract Tensor Convolve(Tensor x);

    /// <summary>How many channels it gives for how many it gets.</summary>
    private protected virtual long OutputChannels(long channels) => _args.Filters;

    /// <summary>How tall or wide the result is; -1 for -1.</summary>
    private protected virtual long OutputSize(long size, int kernel, int stride, int dilation) =>
        SpatialSize.Convolved(this, size, kernel, stride, dilation, Padding);

    /// <summary>With the bias, after the activation.</summary>
    private protected Tensor Finished(Tensor y)
    {
        if (_bias is not null)
            y += _bias;
        return _args.Activation?.Apply(y) ?? y;
    }
}
