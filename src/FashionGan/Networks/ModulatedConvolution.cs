using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// A convolution whose kernel differs from picture to picture, by a style: k = kernel * style over the input's channels, then, unless it is
/// turned off, k / sqrt(sum k² + 1e-8) over all that make one channel of the result (Karras et al., Analyzing and Improving the Image
/// Quality of StyleGAN, 2020, equations 1 and 3). Inputs x (N, H, W, in) and style (N, in); the kernel is (size, size, in, filters),
/// padding is "same". It is computed as the same thing in another order, x scaled, convolved with one kernel for all, and the result
/// scaled, so that it costs hardly more than a plain convolution. Noise, bias and activation come after it.
/// </summary>
public sealed class ModulatedConvolution : Layer
{
    private readonly int _filters;
    private readonly int _kernel_size;
    private readonly bool _demodulate;
    private readonly FirResampling? _filter;
    private IVariableV1 _kernel = null!;

    /// <summary>A modulated convolution. Its kernel begins with a normal distribution of variance 1, which demodulation scales; without
    /// demodulation the style must be small, 1 / sqrt(size² in) or so.</summary>
    /// <param name="filters">Channels of the result.</param>
    /// <param name="kernel_size">Height and width of the kernel, odd.</param>
    /// <param name="demodulate">Whether each channel of the result is scaled back to a variance near 1; false where pictures come
    /// out.</param>
    /// <param name="up">Whether the result is twice as large: zeros between the pixels, the filter [1, 3, 3, 1], the convolution.</param>
    public ModulatedConvolution(int filters, int kernel_size, bool demodulate = true, bool up = false)
        : base(new LayerArgs())
    {
        if (filters < 1 || kernel_size < 1 || kernel_size % 2 == 0)
            throw new ArgumentException(
                $"{Name}: filters must be at least 1 and kernel_size an odd number; they are {filters} and {kernel_size}.");
        (_filters, _kernel_size, _demodulate) = (filters, kernel_size, demodulate);
        _filter = up ? FirResampling.AfterTransposed(kernel_size, 1, 3, 3, 1) : null;
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        _kernel = add_weight(
            "kernel", (_kernel_size, _kernel_size, input_shape.Shapes[0][-1], _filters),
            initializer: keras.initializers.RandomNormal(stddev: 1));
        built = true;
    }

    /// <summary>The result's shape for that of x.</summary>
    public override Shape ComputeOutputShape(Shape input_shape)
    {
        long Larger(long size) => size < 0 || _filter is null ? size : 2 * size;
        return (input_shape[0], Larger(input_shape[1]), Larger(input_shape[2]), _filters);
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var (x, style, kernel) = (inputs[0], inputs[1], _kernel.AsTensor());
        x *= tf.reshape(style, (style.shape[0], 1, 1, style.shape[1]));
        Tensor y = _filter is null ? tf.nn.conv2d(x, kernel, 1, "SAME") : (Tensor)_filter.Apply(Enlarged(x, kernel));
        if (!_demodulate)
            return y;
        // The sum over the kernel's places does not depend on the picture: what is left is a product of matrices.
        var squares = tf.matmul(tf.square(style), tf.reduce_sum(tf.square(kernel), (0, 1)));
        return y * tf.reshape(tf.rsqrt(squares + 1e-8), (style.shape[0], 1, 1, _filters));
    }

    /// <summary>Zeros between the pixels, then the convolution, with all places where the kernel meets a pixel: (N, 2 H - 2 + size, ...).
    /// As a transposed convolution, which never multiplies the zeros; its kernel lies the other way round.</summary>
    private Tensor Enlarged(Tensor x, Tensor kernel) => tf.nn.conv2d_transpose(
        x, tf.transpose(kernel["::-1, ::-1"], new Axis(0, 1, 3, 2)),
        (x.shape[0], 2 * x.shape[1] - 2 + _kernel_size, 2 * x.shape[2] - 2 + _kernel_size, _filters), 2, "VALID");
}
