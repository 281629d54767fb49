namespace Tensorflow.Keras.Initializers;

/// <summary>Normal, values more than two standard deviations from the mean drawn again.</summary>
public sealed class TruncatedNormal : RandomInitializer
{
    private readonly float _mean;
    private readonly float _stddev;

    /// <param name="mean">The mean.</param>
    /// <param name="stddev">The standard deviation before the tails are cut off.</param>
    /// <param name="seed">Gives the same values for the same shape every time; null draws from the program's stream.</param>
    /// <exception cref="ArgumentException">The standard deviation is negative or not a number.</exception>
    public TruncatedNormal(float mean = 0f, float stddev = 0.05f, int? seed = null)
        : base(seed)
    {
        if (!(stddev >= 0))
            throw new ArgumentException($"TruncatedNormal: stddev must be 0 or more; it is {stddev}.");
        (_mean, _stddev) = (mean, stddev);
    }

    private protected override Tensor Draw(Shape shape, RandomGenerator random) => random.TruncatedNormal(shape, _mean, _stddev);
}
