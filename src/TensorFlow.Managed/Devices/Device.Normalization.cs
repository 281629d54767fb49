namespace Tensorflow.Devices;

/// <content>Normalization of a matrix's columns, one a channel, or of its rows. float32.</content>
internal abstract partial class Device
{
    /// <summary>
    /// The mean and the biased variance of every column of x (rows, channels). Both stay accurate where the mean is large beside the
    /// deviation. The order of the sums depends on the sizes only.
    /// </summary>
    internal abstract void ColumnStatistics(Storage x, Storage mean, Storage variance, long rows, long channels);

    /// <summary>y[r, c] = (x[r, c] - mean[c]) * gamma[c] / sqrt(variance[c] + epsilon) + beta[c];
    /// a missing gamma is 1, a missing beta 0.</summary>
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

    /// <summary>
    /// Its dx alone, where the rows here are a part of those that mean, variance, dgamma and dbeta are of, <paramref name="allRows"/>.
    /// </summary>
    internal abstract void NormalizeColumnsInputGradient(
        Storage dy, Storage x, Storage mean, Storage variance, Storage? gamma, Storage dgamma, Storage dbeta, Storage dx, long rows,
        long allRows, long channels, float epsilon);

    /// <summary>
    /// y[r, c] = (x[r, c] - mean[r]) * rstd[r] * gamma[c] + beta[c] with each row's own mean and rstd = 1 / sqrt(variance + epsilon), which
    /// are written to <paramref name="statistics"/> (rows, 2); a missing gamma is 1, a missing beta 0.
    /// </summary>
    internal abstract void NormalizeRows(
        Storage x, Storage? gamma, Storage? beta, Storage y, Storage statistics, long rows, int features, float epsilon);

    /// <summary>
    /// The gradients of <see cref="NormalizeRows"/>: with z = (x - mean) * rstd and g = dy * gamma, dbeta = sum dy and dgamma = sum dy * z
    /// over the rows, dx = rstd * (g - mean g - z * mean(g * z)) with the means of each row.
    /// </summary>
    internal abstract void NormalizeRowsGradient(
        Storage dy, Storage x, Storage statistics, Storage? gamma, Storage dx, Storage dgamma, Storage dbeta, long rows, int features);
}
