using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// What maps contribute to the picture, StyleGAN2's tRGB: a 1 x 1 <see cref="ModulatedConvolution"/> without demodulation, whose style is a
/// linear function of w divided by sqrt(in), and a bias. Inputs maps (N, H, W, in) and styles (N, layers, units), of which it takes one row
/// as w; the result is (N, H, W, channels).
/// </summary>
public sealed class ToPicture : Layer
{
    private readonly int _channels;
    private readonly int _style;
    private readonly ModulatedConvolution _convolution;
    private EqualizedDense _affine = null!;
    private IVariableV1 _bias = null!;

    /// <summary>A layer.</summary>
    /// <param name="channels">Those of the picture.</param>
    /// <param name="style">Which of the styles it takes, from 0.</param>
    public ToPicture(int channels, int style)
        : base(new LayerArgs())
    {
        (_channels, _style, _convolution) = (channels, style, new ModulatedConvolution(channels, 1, demodulate: false));
        StackLayers(_convolution);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var (maps, styles) = (input_shape.Shapes[0], input_shape.Shapes[1]);
        _affine = new EqualizedDense((int)maps[-1], bias: 1, name: "affine");
        StackLayers(_affine);
        _convolution.build(new KerasShapesWrapper([maps, (-1, maps[-1])]));
        _affine.build(new KerasShapesWrapper((-1, styles[-1])));
        _bias = add_weight("bias", _channels, initializer: keras.initializers.Zeros());
        built = true;
    }

    /// <summary>The result's shape for that of the maps.</summary>
    public override Shape ComputeOutputShape(Shape input_shape) =>
        (input_shape[0], input_shape[1], input_shape[2], _channels);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var (maps, styles) = (inputs[0], inputs[1]);
        Tensor style = _affine.Apply(styles[$":, {_style}"]);
        Tensor y = _convolution.Apply(new Tensors(maps, style * (1 / MathF.Sqrt(maps.shape[-1]))));
        return y + _bias.AsTensor();
    }
}
