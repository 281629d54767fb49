namespace Tensorflow.Devices;

/// <content>Normalization over the rows of a matrix, one channel a column. float32.</content>
internal abstract partial class Device
{
    /// <summary>
    /// The mean and the biased variance of every column of x (rows, channels). Both stay accurate where the mean is large beside the
    /// deviation. The order of the sums depends on the sizes only.
    /// </summary>
    internal abstract void ColumnStatistics(Storage x, Storage mean, Storage variance, long rows, long channels);

    /// <summary>y[r, c] = (x[r, c] - mean[c]) * gamma[c] / sqrt(variance[c] + epsilon) + beta[c]; a missing gamma is 1, a missing beta 0.</summary>
    internal abstract void NormalizeColumns(
        Storage x, Storage mean, Storage variance, Storage? gamma, Storage? beta, Storage y, long rows, long channels, float epsilon);

    /// <summary>
    /// The gradients of <see cref="NormalizeColumns"/> where mean and variance are x's own: with rstd = 1 / sqrt(variance + epsilon) and
    /// z = (x - mean) * rstd, dbeta = sum dy, dgamma = sum dy * z, dx = gamma * rstd * (dy - dbeta / rows - z * dgamma / rows).
    /// <paramref name="dx"/> is null where nobody asked for it.
    /// </summary>
    internal abstract void NormalizeColumnsGradient(
        Storage dy, Storage x, Storage mean, Storage variance, Storage? gamma,
        Storage? dx, Storage dgamma, Storage dbeta, long rows, long channels, float epsilon);
}
