namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void ColumnStatistics(Storage x, Storage mean, Storage variance, long rows, long channels)
    {
        var tiles = new ColumnTiles(rows, channels);
        var partial = Rent(3 * tiles.RowTiles * channels * sizeof(float));
        ColumnStatisticsKernels.Run(x.As<float>(), mean.As<float>(), variance.As<float>(), partial.As<float>(), tiles);
        partial.Release();
    }

    internal override void NormalizeColumns(
        Storage x, Storage mean, Storage variance, Storage? gamma, Storage? beta, Storage y, long rows, long channels, float epsilon)
    {
        var columns = Rent(2 * channels * sizeof(float));
        NormalizationKernels.Forward(
            x.As<float>(), mean.As<float>(), variance.As<float>(), Optional(gamma), Optional(beta), y.As<float>(),
            columns.As<float>(), new ColumnTiles(rows, channels), epsilon);
        columns.Release();
    }

    internal override void NormalizeColumnsGradient(
        Storage dy, Storage x, Storage mean, Storage variance, Storage? gamma,
        Storage? dx, Storage dgamma, Storage dbeta, long rows, long channels, float epsilon)
    {
        var tiles = new ColumnTiles(rows, channels);
        var workspace = Rent((2 * tiles.RowTiles + 3) * channels * sizeof(float));
        NormalizationKernels.Gradient(
            dy.As<float>(), x.As<float>(), mean.As<float>(), variance.As<float>(), Optional(gamma),
            Optional(dx), dgamma.As<float>(), dbeta.As<float>(), workspace.As<float>(), tiles, epsilon);
        workspace.Release();
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
