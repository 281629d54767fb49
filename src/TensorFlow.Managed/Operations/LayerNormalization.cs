using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>
/// (x - mean) * gamma / sqrt(variance + epsilon) + beta, with mean and biased variance of each row, along the last axis (Ba, Kiros and
/// Hinton, Layer Normalization, 2016). float32.
/// </summary>
internal static class LayerNormalization
{
    /// <param name="x">(..., features).</param>
    /// <param name="gamma">(features), or null for 1.</param>
    /// <param name="beta">(features), or null for 0.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <exception cref="ArgumentException">A type or shape is wrong.</exception>
    internal static Tensor Apply(Tensor x, Tensor? gamma, Tensor? beta, float epsilon)
    {
        if (x.dtype != TF_DataType.TF_FLOAT || x.ndim == 0 || x.shape[-1] == 0)
            throw new ArgumentException(
                $"LayerNormalization: x must be float32 of shape (..., features); it is {x.dtype.Name()} of shape {x.shape}.");
        Check(x, "gamma", gamma);
        Check(x, "beta", beta);
        var features = checked((int)x.shape[-1]);
        var rows = x.size / features;
        var y = Tensor.Empty(x.shape, x.dtype);
        var statistics = Tensor.Empty((rows, 2), x.dtype);
        Tensor.Device.NormalizeRows(x.Storage, gamma?.Storage, beta?.Storage, y.Storage, statistics.Storage, rows, features, epsilon);
        return Tape.Record("LayerNormalization", y, Normalization.Inputs(x, gamma, beta), (dy, _) => Normalization.Order(
            Tape.IsRecording ? DifferentiableGradient(dy, x, gamma, epsilon) : FusedGradient(dy, x, statistics, gamma), gamma, beta),
            new Normalization.Values(gamma, beta, null, null, epsilon));
    }

    private static (Tensor? Dx, Tensor? Dgamma, Tensor? Dbeta) FusedGradient(Tensor dy, Tensor x, Tensor statistics, Tensor? gamma)
    {
        var features = checked((int)x.shape[-1]);
        var dx = Tensor.Empty(x.shape, x.dtype);
        var dgamma = Tensor.Empty(features, x.dtype);
        var dbeta = Tensor.Empty(features, x.dtype);
        Tensor.Device.NormalizeRowsGradient(
            dy.Storage, x.Storage, statistics.Storage, gamma?.Storage, dx.Storage, dgamma.Storage, dbeta.Storage, x.size / features,
            features);
        GC.KeepAlive(dy);
        GC.KeepAlive(x);
        GC.KeepAlive(gamma);
        GC.KeepAlive(statistics);
        return (dx, dgamma, dbeta);
    }

    /// <summary>The same as the fused kernel, of operations that a tape can follow; mean and variance are functions of x here.</summary>
    private static (Tensor? Dx, Tensor? Dgamma, Tensor? Dbeta) DifferentiableGradient(Tensor dy, Tensor x, Tensor? gamma, float epsilon)
    {
        var centered = x - ReduceMean.Apply(x, [-1], keepdims: true);
        var rstd = Rsqrt.Apply(ReduceMean.Apply(centered * centered, [-1], keepdims: true) + epsilon);
        var z = centered * rstd;
        var g = gamma is null ? dy : dy * gamma;
        var dx = rstd * (g - ReduceMean.Apply(g, [-1], keepdims: true) - z * ReduceMean.Apply(g * z, [-1], keepdims: true));
        return (dx, SumTo.Apply(dy * z, x.shape[^1..]), SumTo.Apply(dy, x.shape[^1..]));
    }

    private static void Check(Tensor x, string name, Tensor? value)
    {
        if (value is not null && (value.dtype != x.dtype || value.shape != x.shape[^1..]))
            throw new ArgumentException(
                $"LayerNormalization: {name} must be float32 of shape {x.shape[^1..]} for x of shape {x.shape}; it is " +
                $"{value.dtype.Name()} of shape {value.shape}.");
    }
}
