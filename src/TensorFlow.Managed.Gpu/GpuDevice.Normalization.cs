using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

internal sealed partial class GpuDevice
{
    internal override void ColumnStatistics(Storage x, Storage mean, Storage variance, long rows, long channels)
    {
        var pieces = Pieces(channels, rows);
        var partial = Rent(2 * channels * pieces * sizeof(double));
        Launch(
            ColumnKernels.Statistics, Each(pieces * channels), View<float>(x), View<double>(partial), Count(rows), Count(channels), pieces);
        Launch(
            ColumnKernels.JoinStatistics, Groups(channels), View<float>(x), View<double>(partial), View<float>(mean),
            View<float>(variance), Count(rows), Count(channels), pieces);
        partial.Release();
    }

    internal override void NormalizeColumns(
        Storage x, Storage mean, Storage variance, Storage? gamma, Storage? beta, Storage y, long rows, long channels, float epsilon)
    {
        if (rows == 0)
            return;
        var means = View<float>(mean);
        // A thread for each column and some rows.
        var threads = Math.Min(rows * channels, Math.Max(channels, 1 << 17));
        Launch(
            ColumnKernels.Normalize, Each(threads), View<float>(x), means, View<float>(variance), Optional(gamma, means),
            Optional(beta, means), View<float>(y), Count(rows), Count(channels), epsilon, gamma is null ? 0 : 1, beta is null ? 0 : 1);
    }

    internal override void NormalizeColumnsGradient(
        Storage dy, Storage x, Storage mean, Storage variance, Storage? gamma,
        Storage? dx, Storage dgamma, Storage dbeta, long rows, long channels, float epsilon)
    {
        var pieces = Pieces(channels, rows);
        var partial = Rent(2 * channels * pieces * sizeof(double));
        var columnwise = Rent(3 * channels * sizeof(float));
        Launch(
            ColumnKernels.GradientSums, Each(pieces * channels), View<float>(dy), View<float>(x), View<float>(mean),
            View<double>(partial), Count(rows), Count(channels), pieces);
        Launch(
            ColumnKernels.JoinGradientSums, Groups(channels), View<double>(partial), View<float>(variance),
            Optional(gamma, View<float>(mean)), View<float>(dgamma), View<float>(dbeta), View<float>(columnwise), Count(rows),
            Count(channels), pieces, epsilon, gamma is null ? 0 : 1);
        if (dx is not null && rows > 0)
            Launch(
                ColumnKernels.Gradient, Each(rows * channels), View<float>(dy), View<float>(x), View<float>(mean), View<float>(columnwise),
                View<float>(dx), Count(rows * channels), Count(channels));
        partial.Release();
        columnwise.Release();
    }

    internal override void NormalizeColumnsInputGradient(
        Storage dy, Storage x, Storage mean, Storage variance, Storage? gamma, Storage dgamma, Storage dbeta, Storage dx, long rows,
        long allRows, long channels, float epsilon) =>
        throw new RuntimeError("Replicas that share a batch train on the processor, not on a card.");

    internal override void NormalizeRows(
        Storage x, Storage? gamma, Storage? beta, Storage y, Storage statistics, long rows, int features, float epsilon)
    {
        var values = View<float>(x);
        if (rows > 0 && features > 0)
            Launch(
                RowKernels.Normalize, Each(rows), values, Optional(gamma, values), Optional(beta, values), View<float>(y),
                View<float>(statistics), Count(rows), features, epsilon, gamma is null ? 0 : 1, beta is null ? 0 : 1);
    }

    internal override void NormalizeRowsGradient(
        Storage dy, Storage x, Storage statistics, Storage? gamma, Storage dx, Storage dgamma, Storage dbeta, long rows, int features)
    {
        var (gradient, values, moments) = (View<float>(dy), View<float>(x), View<float>(statistics));
        if (rows > 0 && features > 0)
            Launch(
                RowKernels.NormalizeGradient, Each(rows), gradient, values, moments, Optional(gamma, values), View<float>(dx), Count(rows),
                features, gamma is null ? 0 : 1);
        if (features > 0)
            Launch(
                RowKernels.NormalizeGradientSums, Each(features), gradient, values, moments, View<float>(dgamma), View<float>(dbeta),
                Count(rows), features);
    }
}
