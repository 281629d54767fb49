namespace Tensorflow.Keras.Initializers;

/// <summary>Uniform.</summary>
public sealed class RandomUniform : RandomInitializer
{
    private readonly float _minval;
    private readonly float _maxval;

    /// <param name="minval">The smallest value.</param>
    /// <param name="maxval">The bound above, itself not drawn.</param>
    /// <param name="seed">Gives the same values for the same shape every time; null draws from the program's stream.</param>
    /// <exception cref="ArgumentException">The bounds are no range.</exception>
    public RandomUniform(float minval = -0.05f, float maxval = 0.05f, int? seed = null)
        : base(seed)
    {
        if (!(minval <= maxval))
            throw new ArgumentException($"RandomUniform: minval must not be above maxval; they are {minval} and {maxval}.");
        (_minval, _maxval) = (minval, maxval);
    }

    private protected override Tensor Draw(Shape shape, RandomGenerator random) => random.Uniform(shape, _minval, _maxval);
}
