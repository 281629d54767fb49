using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu;

internal sealed unsafe partial class CpuDevice
{
    /// <summary>Elements of a matrix, one of several, that are worth a piece of work.</summary>
    private const long FewestElements = 4096;

    internal override void Reduce(Reduction reduction, TF_DataType dtype, Storage x, Storage y, long outer, long reduced, long inner)
    {
        if (dtype == TF_DataType.TF_FLOAT && reduction is Reduction.Sum or Reduction.Mean && inner > 1
            && (outer == 1 || reduced * inner >= FewestElements))
        {
            SumRows(x, y, reduction == Reduction.Mean ? reduced : 1, outer, new ColumnTiles(reduced, inner));
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
    /// Deferred elements of one matrix are made where they belong on the way: such a sum is a bias' gradient, and what it sums goes to the
    /// layer below next. Those of several are not: such sums are of products, the gradients of what scales a picture's maps, which nobody
    /// else wants.
    /// </summary>
    private void SumRows(Storage x, Storage y, double divisor, long matrices, ColumnTiles tiles)
    {
        var partial = Rent(matrices * tiles.RowTiles * tiles.Columns * sizeof(float));
        float* sums = partial.As<float>(), result = y.As<float>();
        if (matrices > 1 || !x.TrySettle((deferred, block) => RowSumKernels.Run(
                Elements.Into(deferred, block), result, divisor, sums, 1, tiles)))
            using (var elements = Elements.Of(x))
                RowSumKernels.Run(elements, result, divisor, sums, matrices, tiles);
        partial.Release();
    }
}
