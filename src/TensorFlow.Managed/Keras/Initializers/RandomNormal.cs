namespace Tensorflow.Keras.Initializers;

/// <summary>Normal.</summary>
public sealed class RandomNormal : RandomInitializer
{
    private readonly float _mean;
    private readonly float _stddev;

    /// <param name="mean">The mean.</param>
    /// <param name="stddev">The standard deviation.</param>
    /// <param name="seed">Gives the same values for the same shape every time; null draws from the program's stream.</param>
    /// <exception cref="ArgumentException">The standard deviation is negative or not a number.</exception>
    public RandomNormal(float mean = 0f, float stddev = 0.05f, int? seed = null)
        : base(seed)
    {
        if (!(stddev >= 0))
            throw new ArgumentException($"RandomNormal: stddev must be 0 or more; it is {stddev}.");
        (_mean, _stddev) = (mean, stddev);
    }

    private protected override Tensor Draw(Shape shape, RandomGenerator random) => random.Normal(shape, _mean, _stddev);
}
