using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// A convolution with an equalised learning rate, see <see cref="EqualizedDense"/>: its kernel (size, size, in, filters) begins with a
/// normal distribution of variance 1 and is multiplied by gain / sqrt(size² in). (N, H, W, in) gives (N, H, W, filters), or half of height
/// and width, which then are even: [1, 3, 3, 1] goes over the maps, and the convolution keeps every second place (Karras et al., Analyzing
/// and Improving the Image Quality of StyleGAN, 2020).
/// </summary>
public sealed class EqualizedConv2D : Layer
{
    /// <summary>Channels that the widest register holds.</summary>
    private const int Register = 16;

    private readonly int _filters;
    private readonly int _kernel_size;
    private readonly bool _activates;
    private readonly bool _use_bias;
    private readonly float _gain;
    private readonly FirResampling? _filter;
    private IVariableV1 _kernel = null!;
    private IVariableV1? _bias;

    /// <summary>A convolution.</summary>
    /// <param name="filters">Channels of the result.</param>
    /// <param name="kernel_size">Height and width of the kernel, odd.</param>
    /// <param name="activates">Whether <see cref="ScaledLeakyRelu"/> follows.</param>
    /// <param name="use_bias">Whether there is a bias, beginning with 0.</param>
    /// <param name="down">Whether the result is half as large.</param>
    /// <param name="gain">What all is multiplied by in the end.</param>
    public EqualizedConv2D(
        int filters, int kernel_size, bool activates = false, bool use_bias = true, bool down = false, float gain = 1)
        : base(new LayerArgs())
    {
        if (filters < 1 || kernel_size < 1 || kernel_size % 2 == 0)
            throw new ArgumentException(
                $"{Name}: filters must be at least 1 and kernel_size an odd number; they are {filters} and {kernel_size}.");
        (_filters, _kernel_size, _activates, _use_bias, _gain) = (filters, kernel_size, activates, use_bias, gain);
        _filter = down ? FirResampling.BeforeStrided(kernel_size, 1, 3, 3, 1) : null;
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        _kernel = add_weight(
            "kernel", (_kernel_size, _kernel_size, input_shape.ToSingleShape()[-1], _filters),
            initializer: keras.initializers.RandomNormal(stddev: 1));
        if (_use_bias)
            _bias = add_weight("bias", _filters, initializer: keras.initializers.Zeros());
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape)
    {
        long Smaller(long size) => size < 0 || _filter is null ? size : size / 2;
        return (input_shape[0], Smaller(input_shape[1]), Smaller(input_shape[2]), _filters);
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        // The leaky rectifier bends at 0 only: a factor before it is one after it, and kernels have fewer numbers than maps.
        var gain = _activates ? _gain * ScaledLeakyRelu.Gain : _gain;
        var kernel = _kernel.AsTensor() * (gain / MathF.Sqrt(_kernel.shape.size / _filters));
        Tensor y = _filter is null ? Convolved(inputs, kernel) : tf.nn.conv2d(_filter.Apply(inputs), kernel, 2, "VALID");
        if (_bias is not null)
            y += _bias.AsTensor() * gain;
        return _activates ? tf.nn.leaky_relu(y) : y;
    }

    /// <summary>Few channels beyond whole registers, as a statistic of the batch is, are convolved apart: the fast kernels take whole
    /// registers.</summary>
    private static Tensor Convolved(Tensor x, Tensor kernel)
    {
        var whole = x.shape[-1] / Register * Register;
        return whole == 0 || whole == x.shape[-1] ? tf.nn.conv2d(x, kernel, 1, "SAME")
            : tf.nn.conv2d(x[$"..., :{whole}"], kernel[$":, :, :{whole}"], 1, "SAME")
                + tf.nn.conv2d(x[$"..., {whole}:"], kernel[$":, :, {whole}:"], 1, "SAME");
    }
}
