namespace Tensorflow.Keras.Initializers;

/// <summary>
/// The base of Glorot's and He's initializers: random values whose variance is a scale divided by how many values a unit takes
/// (<c>fan_in</c>), or by the mean of that and of how many units take its value (<c>fan_out</c>).
/// </summary>
public abstract class VarianceScaling : RandomInitializer
{
    /// <summary>The standard deviation of a standard normal distribution that is cut off at -2 and 2.</summary>
    private const double TruncatedDeviation = 0.87962566103423978;

    private readonly double _scale;
    private readonly bool _isFanIn;
    private readonly bool _isUniform;

    private protected VarianceScaling(double scale, bool isFanIn, bool isUniform, int? seed)
        : base(seed) =>
        (_scale, _isFanIn, _isUniform) = (scale, isFanIn, isUniform);

    /// <summary>How many values a unit takes and gives: (in, out) of a matrix, times the kernel's positions of (kh, kw, in, out).</summary>
    internal static (double In, double Out) Fans(Shape shape)
    {
        if (shape.ndim < 2)
            return (shape.size, shape.size);
        var positions = shape[..^2].size;
        return ((double)positions * shape[-2], (double)positions * shape[-1]);
    }

    private protected override Tensor Draw(Shape shape, RandomGenerator random)
    {
        var fans = Fans(shape);
        var variance = _scale / Math.Max(1, _isFanIn ? fans.In : (fans.In + fans.Out) / 2);
        if (!_isUniform)
            return random.TruncatedNormal(shape, 0, Math.Sqrt(variance) / TruncatedDeviation);
        var limit = Math.Sqrt(3 * variance);
        return random.Uniform(shape, -limit, limit);
    }
}
