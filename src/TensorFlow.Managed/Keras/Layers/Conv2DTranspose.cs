using Tensorflow.Keras.ArgsDefinition;

namespace Tensorflow.Keras.Layers;

/// <summary>
/// The transpose of a convolution, which makes pictures larger: (N, H, W, in) gives (N, H', W', filters), where H' is H times the stride
/// for the padding <c>same</c>, and for <c>valid</c> that plus what the kernel exceeds the stride by.
/// The kernel is (height, width, filters, in).
/// </summary>
/// <example><code>keras.layers.Conv2DTranspose(64, (5, 5), (2, 2), "same", use_bias: false)</code></example>
public class Conv2DTranspose : Convolution2D
{
    private readonly Conv2DArgs _args;
    private ResourceVariable? _kernel;

    /// <summary>A transposed convolution.</summary>
    /// <exception cref="ArgumentException">A size is not positive, or the padding unknown.</exception>
    /// <exception cref="NotSupportedException">Dilation, groups, or channels first.</exception>
    public Conv2DTranspose(Conv2DArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.Positive(this, "filters", args.Filters);
        if (args.Groups != 1 || Dilations != (1, 1))
            throw new NotSupportedException(
                $"{Description}: dilation_rate and groups must be 1; they are {args.DilationRate} and {args.Groups}.");
    }

    private protected override void MakeKernels(long channels) => _kernel = AddWeight(
        "kernel", (KernelSize.H, KernelSize.W, _args.Filters, channels), DType, _args.KernelInitializer,
        regularizer: _args.KernelRegularizer, constraint: _args.KernelConstraint);

    private protected override Tensor Convolve(Tensor x)
    {
        var size = ComputeOutputShape(x.shape);
        return Operations.Conv2DTranspose.Apply(x, _kernel!, ((int)size[1], (int)size[2]), Strides, Padding);
    }

    private protected override long OutputSize(long size, int kernel, int stride, int dilation) =>
        SpatialSize.Transposed(size, kernel, stride, Padding);
}
