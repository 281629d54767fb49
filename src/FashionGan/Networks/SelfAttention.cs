using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Layers;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// Each place of a map looks at the whole map: y = x + gamma * o(softmax(theta(x) phi(x)^T) g(x)), where theta and phi are 1x1 convolutions
/// from C to C / 8 channels, g from C to C / 2 and o back to C, none with a bias; phi and g are max-pooled 2x2 (Zhang et al.,
/// Self-Attention Generative Adversarial Networks, 2019, with the pooling and the widths of its code). gamma begins with 0, so that at
/// first y = x. (N, H, W, C) gives the same shape; C is a multiple of 8, H and W are at least 2. It costs (H W)² / 4 places to compare for
/// a picture.
/// </summary>
public sealed class SelfAttention : Layer
{
    private readonly bool _normalizes;
    private ILayer _theta = null!;
    private ILayer _phi = null!;
    private ILayer _g = null!;
    private ILayer _o = null!;
    private IVariableV1 _gamma = null!;

    /// <summary>An attention block.</summary>
    /// <param name="spectral_normalization">Whether the convolutions are normalised as in the paper, by a <see
    /// cref="SpectralNormalization"/> each.</param>
    public SelfAttention(bool spectral_normalization = false)
        : base(new LayerArgs()) => _normalizes = spectral_normalization;

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var x = input_shape.ToSingleShape();
        var c = (int)x[-1];
        if (x.ndim != 4 || c < 8 || c % 8 != 0 || x[1] is 0 or 1 || x[2] is 0 or 1)
            throw new ArgumentException(
                $"{Name} needs maps (N, H, W, C) with C a multiple of 8 and H and W at least 2; it got {input_shape}.");
        _gamma = add_weight("gamma", 1, initializer: keras.initializers.Zeros());
        (_theta, _phi, _g, _o) = (Convolution("theta", c / 8), Convolution("phi", c / 8), Convolution("g", c / 2), Convolution("o", c));
        StackLayers(_theta, _phi, _g, _o);
        // Here and not when they are applied: whoever loads weights or trains asks for them before.
        foreach (var convolution in new[] { _theta, _phi, _g })
            convolution.build(input_shape);
        _o.build(new KerasShapesWrapper(new Shape(x[0], x[1], x[2], c / 2)));
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        var (n, h, w) = (x.shape[0], x.shape[1], x.shape[2]);
        Tensor Convolved(Tensor maps, ILayer convolution) => convolution.Apply(maps, training: training);
        Tensor Places(Tensor maps) => tf.reshape(maps, (n, maps.shape[1] * maps.shape[2], maps.shape[3]));
        Tensor Pooled(Tensor maps) => tf.nn.max_pool2d(maps, 2, 2, "VALID");
        var attention = tf.nn.softmax(
            tf.matmul(Places(Convolved(x, _theta)), Places(Pooled(Convolved(x, _phi))), transpose_b: true));
        var seen = tf.matmul(attention, Places(Pooled(Convolved(x, _g))));
        return x + _gamma.AsTensor() * Convolved(tf.reshape(seen, (n, h, w, seen.shape[-1])), _o);
    }

    private Layer Convolution(string name, int filters)
    {
        var convolution = new Conv2D(new Conv2DArgs { Name = name, Filters = filters, KernelSize = 1, UseBias = false });
        return _normalizes ? new SpectralNormalization(new SpectralNormalizationArgs { Name = name, Layer = convolution }) : convolution;
    }
}
