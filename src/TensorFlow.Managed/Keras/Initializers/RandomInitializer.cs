using Tensorflow.Operations;

namespace Tensorflow.Keras.Initializers;

/// <summary>The base of initializers that draw random numbers.</summary>
public abstract class RandomInitializer : IInitializer
{
    private readonly int? _seed;

    /// <param name="seed">Gives the same values for the same shape every time; null draws from the program's stream.</param>
    protected RandomInitializer(int? seed) => _seed = seed;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The type is not a floating one, or the shape does not suit the initializer.</exception>
    public Tensor Apply(Shape shape, TF_DataType dtype = TF_DataType.TF_FLOAT)
    {
        if (!dtype.IsFloating())
            throw new ArgumentException($"{GetType().Name} gives floating values, not {dtype.Name()}.");
        return Cast.Apply(Draw(shape, _seed is { } seed ? new RandomGenerator((ulong)(long)seed) : RandomGenerator.Global), dtype);
    }

    private protected abstract Tensor Draw(Shape shape, RandomGenerator random);
}
