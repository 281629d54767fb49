using Tensorflow.Keras.ArgsDefinition;

namespace Tensorflow.Keras.Layers;

/// <summary>A convolution of each channel by itself: (N, H, W, C) gives (N, H', W', C * multiplier). The kernel is (height, width, C,
/// multiplier).</summary>
public class DepthwiseConv2D : Convolution2D
{
    private readonly DepthwiseConv2DArgs _args;
    private ResourceVariable? _kernel;

    /// <summary>A depthwise convolution.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the padding unknown.</exception>
    /// <exception cref="NotSupportedException">Channels first.</exception>
    public DepthwiseConv2D(DepthwiseConv2DArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.Positive(this, "depth_multiplier", args.DepthMultiplier);
    }

    private protected override void MakeKernels(long channels) => _kernel = AddWeight(
        "depthwise_kernel", (KernelSize.H, KernelSize.W, channels, _args.DepthMultiplier), DType, _args.DepthwiseInitializer,
        regularizer: _args.DepthwiseRegularizer, constraint: _args.DepthwiseConstraint);

    private protected override Tensor Convolve(Tensor x) =>
        Operations.DepthwiseConv2D.Apply(x, _kernel!, Strides, Padding, Dilations);

    private protected override long OutputChannels(long channels) => channels * _args.DepthMultiplier;
}
