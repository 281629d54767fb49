using Tensorflow.Distribute;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>
/// (x - mean) * gamma / sqrt(variance + epsilon) + beta for each channel, the last axis (Ioffe and Szegedy, Batch Normalization, 2015).
/// float32; gamma and beta have the shape (channels,) and may be null, for 1 and 0.
/// </summary>
internal static unsafe class BatchNormalization
{
    /// <summary>Normalizes with the batch's own statistics, over all axes but the last; those of the whole batch where replicas share
    /// one.</summary>
    /// <param name="x">(..., channels) with at least one row.</param>
    /// <param name="gamma">(channels) or null.</param>
    /// <param name="beta">(channels) or null.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <returns>The result, and what it was normalized with: mean and biased variance,
    /// (channels) each, which pass no gradient on.</returns>
    /// <exception cref="ArgumentException">A type or shape is wrong, or there are no rows.</exception>
    internal static (Tensor Y, Tensor Mean, Tensor BiasedVariance) Training(Tensor x, Tensor? gamma, Tensor? beta, float epsilon)
    {
        var (rows, channels) = Check(x, ("gamma", gamma), ("beta", beta));
        if (rows == 0)
            throw new ArgumentException($"BatchNormalization: a batch without rows has no statistics; x has the shape {x.shape}.");
        var mean = Tensor.Empty(channels, x.dtype);
        var variance = Tensor.Empty(channels, x.dtype);
        var y = Tensor.Empty(x.shape, x.dtype);
        Tensor.Device.ColumnStatistics(x.Storage, mean.Storage, variance.Storage, rows, channels);
        if (ReplicaContext.Current is { } replica)
            (mean, variance) = JoinStatistics(mean, variance, replica);
        Tensor.Device.NormalizeColumns(x.Storage, mean.Storage, variance.Storage, gamma?.Storage, beta?.Storage, y.Storage, rows, channels,
            epsilon);
        var normalized = Tape.Record("BatchNormalization", y, Normalization.Inputs(x, gamma, beta), (dy, needed) => Normalization.Order(
            Tape.IsRecording
                ? DifferentiableGradient(dy, x, gamma, epsilon)
                : FusedGradient(dy, x, mean, variance, gamma, epsilon, needed[0]),
            gamma, beta));
        return (normalized, mean, variance);
    }

    /// <summary>Normalizes with given statistics.</summary>
    /// <param name="x">(..., channels).</param>
    /// <param name="gamma">(channels) or null.</param>
    /// <param name="beta">(channels) or null.</param>
    /// <param name="mean">(channels); no gradient goes back to it.</param>
    /// <param name="variance">(channels); no gradient goes back to it.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    /// <exception cref="ArgumentException">A type or shape is wrong.</exception>
    internal static Tensor Inference(Tensor x, Tensor? gamma, Tensor? beta, Tensor mean, Tensor variance, float epsilon)
    {
        var (rows, channels) = Check(x, ("gamma", gamma), ("beta", beta), ("mean", mean), ("variance", variance));
        var y = Tensor.Empty(x.shape, x.dtype);
        Tensor.Device.NormalizeColumns(x.Storage, mean.Storage, variance.Storage, gamma?.Storage, beta?.Storage, y.Storage, rows, channels,
            epsilon);
        GC.KeepAlive(mean);
        GC.KeepAlive(variance);
        return Tape.Record("BatchNormalization", y, Normalization.Inputs(x, gamma, beta), (dy, needed) =>
        {
            var rstd = Rsqrt.Apply(variance + epsilon);
            var dx = needed[0] ? dy * (gamma is null ? rstd : gamma * rstd) : null;
            var dgamma = gamma is null ? null : SumTo.Apply(dy * ((x - mean) * rstd), gamma.shape);
            var dbeta = beta is null ? null : SumTo.Apply(dy, beta.shape);
            return Normalization.Order((dx, dgamma, dbeta), gamma, beta);
        }, new Normalization.Values(gamma, beta, mean, variance, epsilon));
    }

    private static (Tensor? Dx, Tensor? Dgamma, Tensor? Dbeta) FusedGradient(
        Tensor dy, Tensor x, Tensor mean, Tensor variance, Tensor? gamma, float epsilon, bool needsDx)
    {
        var channels = x.shape[-1];
        var dx = needsDx ? Tensor.Empty(x.shape, x.dtype) : null;
        var dgamma = Tensor.Empty(channels, x.dtype);
        var dbeta = Tensor.Empty(channels, x.dtype);
        var (rows, replica) = (x.size / channels, ReplicaContext.Current);
        Tensor.Device.NormalizeColumnsGradient(
            dy.Storage, x.Storage, mean.Storage, variance.Storage, gamma?.Storage,
            replica is null ? dx?.Storage : null, dgamma.Storage, dbeta.Storage, rows, channels, epsilon);
        if (replica is not null && dx is not null)
        {
            var sums = replica.Sum(dgamma, dbeta);
            Tensor.Device.NormalizeColumnsInputGradient(
                dy.Storage, x.Storage, mean.Storage, variance.Storage, gamma?.Storage, sums[0].Storage, sums[1].Storage, dx.Storage,
                rows, rows * replica.num_replicas_in_sync, channels, epsilon);
            GC.KeepAlive(sums);
        }

        GC.KeepAlive(dy);
        GC.KeepAlive(x);
        GC.KeepAlive(mean);
        GC.KeepAlive(variance);
        GC.KeepAlive(gamma);
        return (dx, dgamma, dbeta);
    }

    /// <summary>The same as the fused kernel, of operations that a tape can follow; mean and variance are functions of x here.</summary>
    private static (Tensor? Dx, Tensor? Dgamma, Tensor? Dbeta) DifferentiableGradient(Tensor dy, Tensor x, Tensor? gamma, float epsilon)
    {
        var replica = ReplicaContext.Current;
        var replicas = replica?.num_replicas_in_sync ?? 1;
        Tensor OfAll(Tensor ofThis) => replica?.all_reduce(ofThis) ?? ofThis;
        Tensor MeanOfAll(Tensor ofThis) => replica is null ? ofThis : replica.all_reduce(ofThis) / (double)replicas;
        var matrix = Reshape.Apply(x, (-1, x.shape[-1]));
        var dyMatrix = Reshape.Apply(dy, matrix.shape);
        var centered = matrix - MeanOfAll(ReduceMean.Apply(matrix, [0], keepdims: true));
        var rstd = Rsqrt.Apply(MeanOfAll(ReduceMean.Apply(centered * centered, [0], keepdims: true)) + epsilon);
        var z = centered * rstd;
        var dbeta = ReduceSum.Apply(dyMatrix, [0]);
        var dgamma = ReduceSum.Apply(dyMatrix * z, [0]);
        var rows = (double)matrix.shape[0] * replicas;
        var dx = (gamma is null ? rstd : gamma * rstd) * (dyMatrix - OfAll(dbeta) / rows - z * (OfAll(dgamma) / rows));
        return (Reshape.Apply(dx, x.shape), dgamma, dbeta);
    }

    /// <summary>Mean and biased variance of the whole batch, of which each replica has as many rows, by the formula of Chan, Golub and
    /// LeVeque (1979) in the order of the replicas.</summary>
    private static (Tensor Mean, Tensor Variance) JoinStatistics(Tensor mean, Tensor variance, ReplicaContext replica)
    {
        var (channels, replicas) = ((int)mean.size, replica.num_replicas_in_sync);
        var all = replica.Gather(mean, variance);
        var (means, variances) = (Tensor.Empty(channels, mean.dtype), Tensor.Empty(channels, mean.dtype));
        float* yMeans = means.Storage.As<float>(), yVariances = variances.Storage.As<float>();
        for (var c = 0; c < channels; c++)
        {
            double joined = all[c], squares = all[channels + c];
            for (var i = 1; i < replicas; i++)
            {
                var theirs = all[(i * 2 * channels)..];
                var delta = theirs[c] - joined;
                squares += theirs[channels + c] + delta * delta * i / (i + 1);
                joined += delta / (i + 1);
            }

            (yMeans[c], yVariances[c]) = ((float)joined, (float)(squares / replicas));
        }

        return (means, variances);
    }

    private static (long Rows, long Channels) Check(Tensor x, params ReadOnlySpan<(string Name, Tensor? Value)> channelwise)
    {
        if (x.dtype != TF_DataType.TF_FLOAT || x.ndim < 2 || x.shape[-1] == 0)
            throw new ArgumentException(
                $"BatchNormalization: x must be float32 with two axes or more, the last one the channels; it is {x.dtype.Name()} of " +
                $"shape {x.shape}.");
        var channels = x.shape[-1];
        foreach (var (name, value) in channelwise)
            if (value is not null && (value.dtype != x.dtype || value.ndim != 1 || value.size != channels))
                throw new ArgumentException(
                    $"BatchNormalization: {name} must be float32 of shape ({channels},) for x of shape {x.shape}; it is " +
                    $"{value.dtype.Name()} of shape {value.shape}.");
        return (x.size / channels, channels);
    }
}
