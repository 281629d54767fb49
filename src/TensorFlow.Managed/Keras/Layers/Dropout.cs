using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Layers;

/// <summary>Sets a share of the elements to 0 in training and divides the others by what is left,
/// so that the mean stays; otherwise does nothing.</summary>
public class Dropout : Layer
{
    private readonly DropoutArgs _args;
    private RandomGenerator? _random;

    /// <summary>A dropout layer.</summary>
    /// <exception cref="ArgumentException">The rate is not in [0, 1).</exception>
    /// <exception cref="NotSupportedException">A noise shape is given.</exception>
    public Dropout(DropoutArgs args)
        : base(args)
    {
        _args = args;
        LayerCheck.Rate(this, "rate", args.Rate);
        if (args.NoiseShape is not null)
            throw new NotSupportedException($"{Description}: noise_shape must be null; it is {args.NoiseShape}.");
        Input = new InputSpec();
    }

    /// <summary>The layer's own stream of random numbers; null until it is built.</summary>
    internal RandomGenerator? Random => _random;

    /// <summary>The layer's own stream, which a checkpoint has to hold; null until the layer is built.</summary>
    public PhiloxGenerator? random_generator => _random is null ? null : new PhiloxGenerator(_random);

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        _random = new RandomGenerator(_args.Seed is { } seed ? RandomGenerator.KeyOfSeed(seed) : RandomGenerator.Global.NextKey());
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        training is true && _args.Rate > 0 ? Operations.Dropout.Apply(inputs, _args.Rate, _random!) : inputs;
}
