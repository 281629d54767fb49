using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// A dense layer with an equalised learning rate: (N, in) gives (N, units), y = x @ (kernel * m / sqrt(in)) + bias * m, where kernel begins
/// with a normal distribution of variance 1 / m². All weights are of one size, so that Adam's steps change all of them by the same share
/// (Karras et al., Progressive Growing of GANs, 2018, section 4.1); m slows a layer down (Karras et al., A Style-Based Generator
/// Architecture for Generative Adversarial Networks, 2019, appendix C).
/// </summary>
public sealed class EqualizedDense : Layer
{
    private readonly int _units;
    private readonly bool _activates;
    private readonly bool _use_bias;
    private readonly float _bias;
    private readonly float _multiplier;
    private IVariableV1 _kernel = null!;
    private IVariableV1? _biases;

    /// <summary>A dense layer.</summary>
    /// <param name="units">Numbers of the result.</param>
    /// <param name="activates">Whether <see cref="ScaledLeakyRelu"/> follows.</param>
    /// <param name="use_bias">Whether there is a bias.</param>
    /// <param name="bias">What the bias begins with.</param>
    /// <param name="learning_rate_multiplier">m, above 0.</param>
    /// <param name="name">The layer's name; null for a counted one.</param>
    public EqualizedDense(
        int units, bool activates = false, bool use_bias = true, float bias = 0, float learning_rate_multiplier = 1, string? name = null)
        : base(new LayerArgs { Name = name })
    {
        if (units < 1 || !(learning_rate_multiplier > 0))
            throw new ArgumentException(
                $"{Name}: units must be at least 1 and learning_rate_multiplier above 0; they are {units} and {learning_rate_multiplier}.");
        (_units, _activates, _use_bias, _bias, _multiplier) = (units, activates, use_bias, bias, learning_rate_multiplier);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        _kernel = add_weight(
            "kernel", (input_shape.ToSingleShape()[-1], _units), initializer: keras.initializers.RandomNormal(stddev: 1 / _multiplier));
        if (_use_bias)
            _biases = add_weight("bias", _units, initializer: keras.initializers.Constant(_bias));
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => (input_shape[0], _units);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var y = tf.matmul(inputs, _kernel.AsTensor() * (_multiplier / MathF.Sqrt(_kernel.shape[0])));
        if (_biases is not null)
            y += _biases.AsTensor() * _multiplier;
        return _activates ? ScaledLeakyRelu.Apply(y) : y;
    }
}
