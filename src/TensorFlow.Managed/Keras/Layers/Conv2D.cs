using Tensorflow.Keras.ArgsDefinition;

namespace Tensorflow.Keras.Layers;

/// <summary>A convolution of pictures: (N, H, W, in) gives (N, H', W', filters). The kernel is (height, width, in / groups,
/// filters).</summary>
/// <example><code>keras.layers.Conv2D(64, (5, 5), strides: (2, 2), padding: "same")</code></example>
public class Conv2D : Convolution2D, IKernelLayer
{
    private readonly Conv2DArgs _args;
    private ResourceVariable? _kernel;

    /// <summary>A convolution.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the padding unknown.</exception>
    /// <exception cref="NotSupportedException">Channels first.</exception>
    public Conv2D(Conv2DArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.Positive(this, "filters", args.Filters);
        LayerCheck.Groups(this, "filters", args.Filters, args.Groups);
    }

    ResourceVariable? IKernelLayer.Kernel => _kernel;

    Tensor IKernelLayer.CallWith(Tensor kernel, Tensor x) => Finished(Convolve(x, kernel));

    private protected override void MakeKernels(long channels)
    {
        LayerCheck.Groups(this, "the input's channels", channels, _args.Groups);
        _kernel = AddWeight("kernel", (KernelSize.H, KernelSize.W, channels / _args.Groups, _args.Filters), DType,
            _args.KernelInitializer, regularizer: _args.KernelRegularizer, constraint: _args.KernelConstraint);
    }

    private protected override Tensor Convolve(Tensor x) => Convolve(x, _kernel!.AsTensor());

    private Tensor Convolve(Tensor x, Tensor kernel) =>
        Operations.GroupedConv2D.Apply(x, kernel, _args.Groups, Strides, Padding, Dilations);
}
