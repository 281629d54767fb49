using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// A layer of StyleGAN2's synthesis network: a <see cref="ModulatedConvolution"/> whose style is a linear function of w, noise times a
/// learned strength that begins with 0, a bias and <see cref="ScaledLeakyRelu"/> (Karras et al., Analyzing and Improving the Image Quality
/// of StyleGAN, 2020, figure 2). Inputs maps (N, H, W, in), styles (N, layers, units), of which it takes one row as w, and noise
/// (N or 1, H, W, 1) of the result's height and width.
/// </summary>
public sealed class StyledConvolution : Layer
{
    private readonly int _style;
    private readonly ModulatedConvolution _convolution;
    private EqualizedDense _affine = null!;
    private IVariableV1 _strength = null!;
    private IVariableV1 _bias = null!;

    /// <summary>A layer.</summary>
    /// <param name="filters">Channels of the result.</param>
    /// <param name="style">Which of the styles it takes, from 0.</param>
    /// <param name="up">Whether the result is twice as large.</param>
    public StyledConvolution(int filters, int style, bool up = false)
        : base(new LayerArgs())
    {
        (_style, IsUp, _convolution) = (style, up, new ModulatedConvolution(filters, 3, up: up));
        StackLayers(_convolution);
    }

    /// <summary>Whether the result is twice as large as the input.</summary>
    internal bool IsUp { get; }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var (maps, styles) = (input_shape.Shapes[0], input_shape.Shapes[1]);
        _affine = new EqualizedDense((int)maps[-1], bias: 1, name: "affine");
        StackLayers(_affine);
        _convolution.build(new KerasShapesWrapper([maps, (-1, maps[-1])]));
        _affine.build(new KerasShapesWrapper((-1, styles[-1])));
        _strength = add_weight("noise_strength", 1, initializer: keras.initializers.Zeros());
        _bias = add_weight("bias", _convolution.ComputeOutputShape(maps)[-1], initializer: keras.initializers.Zeros());
        built = true;
    }

    /// <summary>The result's shape for that of the maps.</summary>
    public override Shape ComputeOutputShape(Shape input_shape) => _convolution.ComputeOutputShape(input_shape);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var (maps, styles, noise) = (inputs[0], inputs[1], inputs[2]);
        Tensor y = _convolution.Apply(new Tensors(maps, _affine.Apply(styles[$":, {_style}"])));
        return ScaledLeakyRelu.Apply(y + _strength.AsTensor() * noise + _bias.AsTensor());
    }
}
