using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void ColumnStatistics(Storage x, Storage mean, Storage variance, long rows, long channels)
    {
        var tiles = new ColumnTiles(rows, channels);
        var partial = Rent(3 * tiles.RowTiles * channels * sizeof(float));
        using (var elements = Elements.Of(x))
            ColumnStatisticsKernels.Run(elements, mean.As<float>(), variance.As<float>(), partial.As<float>(), tiles);
        partial.Release();
    }

    internal override void NormalizeColumns(
        Storage x, Storage mean, Storage variance, Storage? gamma, Storage? beta, Storage y, long rows, long channels, float epsilon)
    {
        var columns = Rent(3 * channels * sizeof(float));
        NormalizationKernels.Columns(mean.As<float>(), variance.As<float>(), Optional(gamma), Optional(beta), columns.As<float>(), channels,
            epsilon);
        Stage.Assign(y, NormalizeStage.Of(x, columns, rows, channels));
    }

    internal override void NormalizeColumnsGradient(
        Storage dy, Storage x, Storage mean, Storage variance, Storage? gamma,
        Storage? dx, Storage dgamma, Storage dbeta, long rows, long channels, float epsilon)
    {
        var tiles = new ColumnTiles(rows, channels);
        var sums = Rent(2 * tiles.RowTiles * channels * sizeof(float));
        var columns = Rent(4 * channels * sizeof(float));
        using (Elements dys = Elements.Of(dy), xs = Elements.Of(x))
            NormalizationKernels.Sums(dys, xs, mean.As<float>(), sums.As<float>(), tiles);
        NormalizationKernels.GradientColumns(
            sums.As<float>(), mean.As<float>(), variance.As<float>(), Optional(gamma),
            dgamma.As<float>(), dbeta.As<float>(), columns.As<float>(), tiles, epsilon);
        sums.Release();
        if (dx is null)
            columns.Release();
        else
            Stage.Assign(dx, NormalizeGradientStage.Of(dy, x, columns, rows, channels));
    }

    internal override void NormalizeColumnsInputGradient(
        Storage dy, Storage x, Storage mean, Storage variance, Storage? gamma, Storage dgamma, Storage dbeta, Storage dx, long rows,
        long allRows, long channels, float epsilon)
    {
        var columns = Rent(4 * channels * sizeof(float));
        NormalizationKernels.InputGradientColumns(
            mean.As<float>(), variance.As<float>(), Optional(gamma), dgamma.As<float>(), dbeta.As<float>(), columns.As<float>(), allRows,
            channels, epsilon);
        Stage.Assign(dx, NormalizeGradientStage.Of(dy, x, columns, rows, channels));
    }

    internal override void NormalizeRows(
        Storage x, Storage? gamma, Storage? beta, Storage y, Storage statistics, long rows, int features, float epsilon) =>
        RowNormalizationKernels.Forward(
            x.As<float>(), Optional(gamma), Optional(beta), y.As<float>(), statistics.As<float>(), rows, features, epsilon);

    internal override void NormalizeRowsGradient(
        Storage dy, Storage x, Storage statistics, Storage? gamma, Storage dx, Storage dgamma, Storage dbeta, long rows, int features)
    {
        var workspace = Rent(RowNormalizationKernels.WorkspaceOfGradient(rows, features) * sizeof(float));
        RowNormalizationKernels.Gradient(
            dy.As<float>(), x.As<float>(), statistics.As<float>(), Optional(gamma), dx.As<float>(), dgamma.As<float>(), dbeta.As<float>(),
            workspace.As<float>(), rows, features);
        workspace.Release();
    }

    private static float* Optional(Storage? storage) => storage is null ? null : storage.As<float>();
}
