using Tensorflow;
using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Networks;

/// <summary>
/// StyleGAN's mapping network: noise z (N, latent), scaled to a mean square of 1, goes through dense layers with a hundredth of the
/// learning rate and becomes w (N, units), from which each layer of the synthesis network takes its style: the result is (N, styles,
/// units). With a condition (N, classes) as a second input its embedding, scaled likewise, joins z.
/// In training it mixes styles: with a probability of 0.9 all layers of a picture from a random one on take the w of other noise, which
/// comes from the global stream of random numbers (Karras et al., A Style-Based Generator Architecture for Generative Adversarial Networks,
/// 2019, section 3.1). And it follows the average of w, for <see cref="Truncated"/>.
/// </summary>
public sealed class MappingNetwork : Layer
{
    private const float LearningRateMultiplier = 0.01f;

    /// <summary>How many of the pictures have mixed styles, in training.</summary>
    internal const float MixingProbability = 0.9f;

    /// <summary>How much the average of w keeps of itself in a batch.</summary>
    private const float AverageDecay = 0.995f;

    private readonly int _styles;
    private readonly int _units;
    private readonly EqualizedDense[] _layers;
    private readonly EqualizedDense? _embedding;
    private IVariableV1 _average = null!;

    /// <summary>A mapping network.</summary>
    /// <param name="styles">How many layers take a style; at least 2.</param>
    /// <param name="units">Numbers of w, and of the embedding of a condition.</param>
    /// <param name="layers">Dense layers; at least 1.</param>
    /// <param name="conditional">Whether there is a condition.</param>
    public MappingNetwork(int styles, int units, int layers, bool conditional = false)
        : base(new LayerArgs())
    {
        if (styles < 2 || layers < 1)
            throw new ArgumentException($"{Name}: styles must be at least 2 and layers at least 1; they are {styles} and {layers}.");
        (_styles, _units) = (styles, units);
        _layers = [.. Enumerable.Range(0, layers).Select(_ =>
            new EqualizedDense(units, activates: true, learning_rate_multiplier: LearningRateMultiplier))];
        StackLayers(_layers);
        if (!conditional)
            return;
        _embedding = new EqualizedDense(units, name: "embedding");
        StackLayers(_embedding);
    }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        _average = add_weight("average", _units, initializer: keras.initializers.Zeros(), trainable: false);
        var inputs = input_shape.Shapes[0][-1];
        if (_embedding is not null)
        {
            _embedding.build(new KerasShapesWrapper(input_shape.Shapes[1]));
            inputs += _units;
        }

        foreach (var layer in _layers)
        {
            layer.build(new KerasShapesWrapper((-1, inputs)));
            inputs = _units;
        }

        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => (input_shape[0], _styles, _units);

    /// <summary>w of noise.</summary>
    /// <param name="z">(N, latent).</param>
    /// <param name="condition">(N, classes); null where the network knows none.</param>
    /// <returns>(N, units).</returns>
    public Tensor Map(Tensor z, Tensor? condition = null)
    {
        var x = Normalized(z);
        if (_embedding is not null)
            x = tf.concat([x, Normalized(_embedding.Apply(condition!))], -1);
        foreach (var layer in _layers)
            x = layer.Apply(x);
        return x;
    }

    /// <summary>Moves w towards its average: average + psi (w - average). With psi below 1 pictures vary less and have fewer faults; 0
    /// gives the average picture.</summary>
    /// <param name="w">(..., units).</param>
    /// <param name="psi">As above.</param>
    public Tensor Truncated(Tensor w, float psi) => _average.AsTensor() + psi * (w - _average.AsTensor());

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var (z, condition) = (inputs[0], inputs.Count > 1 ? inputs[1] : null);
        var w = Map(z, condition);
        var n = w.shape[0];
        var styles = tf.broadcast_to(tf.reshape(w, (n, 1, _units)), (n, _styles, _units));
        if (training is not true)
            return styles;
        Follow(tf.stop_gradient(w));
        var others = tf.reshape(Map(tf.random.normal(z.shape), condition), (n, 1, _units));
        var mixed = tf.cast(LayerNumbers() >= FirstMixed(n), tf.float32);
        return styles * (1f - mixed) + others * mixed;
    }

    private void Follow(Tensor w)
    {
        var (average, mean) = (_average.AsTensor(), tf.reduce_mean(w, 0));
        var replica = tf.distribute.get_replica_context();
        if (replica is not null)
            mean = replica.all_reduce(mean) / replica.num_replicas_in_sync;
        var next = average + (1 - AverageDecay) * (mean - average);
        if (replica is null)
            _average.assign(next);
        else
            replica.merge_call(() => _average.assign(next));
    }

    /// <summary>From which layer on the other w counts, (N, 1, 1): 1 to styles - 1, each as likely as another, or beyond the last
    /// one.</summary>
    private Tensor FirstMixed(long n) =>
        1f + tf.floor(tf.random.uniform((n, 1L, 1L)) * ((_styles - 1) / MixingProbability));

    /// <summary>0, 1, ..., (1, styles, 1).</summary>
    private Tensor LayerNumbers() =>
        tf.constant(Enumerable.Range(0, _styles).Select(i => (float)i).ToArray(), shape: (1, _styles, 1));

    private static Tensor Normalized(Tensor x) => x * tf.rsqrt(tf.reduce_mean(tf.square(x), -1, keepdims: true) + 1e-8);
}
