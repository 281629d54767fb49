using Tensorflow.Keras.ArgsDefinition;

namespace Tensorflow.Keras.Layers;

/// <summary>A depthwise convolution, then a 1 x 1 convolution that mixes the channels: (N, H, W, C) gives (N, H', W', filters). The kernels
/// are (height, width, C, multiplier) and (1, 1, C * multiplier, filters).</summary>
public class SeparableConv2D : Convolution2D
{
    private readonly DepthwiseConv2DArgs _args;
    private ResourceVariable? _depthwise;
    private ResourceVariable? _pointwise;

    /// <summary>A separable convolution.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the padding unknown.</exception>
    /// <exception cref="NotSupportedException">Channels first.</exception>
    public SeparableConv2D(DepthwiseConv2DArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.Positive(this, "filters", args.Filters);
        LayerCheck.Positive(this, "depth_multiplier", args.DepthMultiplier);
    }

    private protected override void MakeKernels(long channels)
    {
        _depthwise = AddWeight(
            "depthwise_kernel", (KernelSize.H, KernelSize.W, channels, _args.DepthMultiplier), DType, _args.DepthwiseInitializer,
            regularizer: _args.DepthwiseRegularizer, constraint: _args.DepthwiseConstraint);
        _pointwise = AddWeight(
            "pointwise_kernel", (1, 1, channels * _args.DepthMultiplier, _args.Filters), DType, _args.PointwiseInitializer,
            regularizer: _args.PointwiseRegularizer, constraint: _args.PointwiseConstraint);
    }

    private protected override Tensor Convolve(Tensor x) => Operations.Conv2D.Apply(
        Operations.DepthwiseConv2D.Apply(x, _depthwise!, Strides, Padding, Dilations), _pointwise!, (1, 1), "valid", (1, 1));
}
