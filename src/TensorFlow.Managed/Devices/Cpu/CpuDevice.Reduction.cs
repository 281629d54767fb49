using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    internal override void Reduce(Reduction reduction, TF_DataType dtype, Storage x, Storage y, long outer, long reduced, long inner)
    {
        if (dtype == TF_DataType.TF_FLOAT && reduction is Reduction.Sum or Reduction.Mean && outer == 1 && inner > 1)
        {
            SumRows(x, y, reduction == Reduction.Mean ? reduced : 1, new ColumnTiles(reduced, inner));
            return;
        }

        switch (dtype)
        {
            case TF_DataType.TF_FLOAT: ReductionKernels.Run(reduction, x.As<float>(), y.As<float>(), outer, reduced, inner); break;
            case TF_DataType.TF_DOUBLE: ReductionKernels.Run(reduction, x.As<double>(), y.As<double>(), outer, reduced, inner); break;
            case TF_DataType.TF_INT32: ReductionKernels.Run(reduction, x.As<int>(), y.As<int>(), outer, reduced, inner); break;
            case TF_DataType.TF_INT64: ReductionKernels.Run(reduction, x.As<long>(), y.As<long>(), outer, reduced, inner); break;
            default: ReductionKernels.Run(reduction, x.As<byte>(), y.As<byte>(), outer, reduced, inner); break;
        }
    }

    /// <summary>
    /// Deferred elements are made where they belong on the way: such a sum is a bias' gradient,
    /// and what it sums goes to the layer below next.
    /// </summary>
    private void SumRows(Storage x, Storage y, double divisor, ColumnTiles tiles)
    {
        var partial = Rent(tiles.RowTiles * tiles.Columns * sizeof(float));
        float* sums = partial.As<float>(), result = y.As<float>();
        if (!x.TrySettle((deferred, block) => RowSumKernels.Run(Elements.Into(deferred, block), result, divisor, sums, tiles)))
            using (var elements = Elements.Of(x))
                RowSumKernels.Run(elements, result, divisor, sums, tiles);
        partial.Release();
    }
}
