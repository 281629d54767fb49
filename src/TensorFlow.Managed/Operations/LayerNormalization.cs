namespace Tensorflow.Operations;

/// <summary>
/// (x - mean) * gamma / sqrt(variance + epsilon) + beta, with mean and biased variance of each row, along the last axis (Ba, Kiros and
/// Hinton, Layer Normalization, 2016). Made of operations that have gradients.
/// </summary>
internal static class LayerNormalization
{
    /// <param name="x">(..., features), floating.</param>
    /// <param name="gamma">(features), or null for 1.</param>
    /// <param name="beta">(features), or null for 0.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <exception cref="ArgumentException">A shape is wrong.</exception>
    internal static Tensor Apply(Tensor x, Tensor? gamma, Tensor? beta, float epsilon)
    {
        Check(x, "gamma", gamma);
        Check(x, "beta", beta);
        var centered = x - ReduceMean.Apply(x, [-1], keepdims: true);
        var variance = ReduceMean.Apply(centered * centered, [-1], keepdims: true);
        var y = centered * Rsqrt.Apply(variance + epsilon);
        if (gamma is not null)
            y *= gamma;
        return beta is null ? y : y + beta;
    }

    private static void Check(Tensor x, string name, Tensor? value)
    {
        if (!x.dtype.IsFloating() || x.ndim == 0)
            throw new ArgumentException($"LayerNormalization: x must be floating with at least one axis; it is {x.dtype.Name()} of shape {x.shape}.");
        if (value is not null && value.shape != x.shape[^1..])
            throw new ArgumentException($"LayerNormalization: {name} must have the shape {x.shape[^1..]} for x of shape {x.shape}; it has {value.shape}.");
    }
}
