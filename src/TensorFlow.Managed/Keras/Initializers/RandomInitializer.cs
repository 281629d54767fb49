using Tensorflow.Operations;

namespace Tensorflow.Keras.Initializers;

/// <summary>The base of initializers that draw random numbers.</summary>
public abstract class RandomInitializer : IInitializer
{
    [ThreadStatic]
    private static bool t_skipped;

    private readonly int? _seed;

    /// <param name="seed">Gives the same values for the same shape every time; null draws from the program's stream.</param>
    protected RandomInitializer(int? seed) => _seed = seed;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The type is not a floating one, or the shape does not suit the initializer.</exception>
    public Tensor Apply(Shape shape, TF_DataType dtype = TF_DataType.TF_FLOAT)
    {
        if (!dtype.IsFloating())
            throw new ArgumentException($"{GetType().Name} gives floating values, not {dtype.Name()}.");
        if (t_skipped)
            return Fill.Zeros(shape, dtype);
        return Cast.Apply(Draw(shape, _seed is { } seed ? new RandomGenerator((ulong)(long)seed) : RandomGenerator.Global), dtype);
    }

    /// <summary>Until the result is disposed, initializers of this thread give zeros instead of random numbers: for a model whose weights
    /// are loaded next, which drawing them would take longer than loading.</summary>
    public static IDisposable Skip() => new Skipped();

    private protected abstract Tensor Draw(Shape shape, RandomGenerator random);

    private sealed class Skipped : IDisposable
    {
        private readonly bool _before = t_skipped;

        public Skipped() => t_skipped = true;

        public void Dispose() => t_skipped = _before;
    }
}
