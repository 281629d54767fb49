using System.Runtime.InteropServices;
using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

internal sealed partial class GpuDevice
{
    /// <summary>Rows up to this length are reduced by a thread each, longer ones by a group.</summary>
    private const int ShortRow = 32;

    /// <summary>So many rows keep a card busy with a group each.</summary>
    private const int ManyRows = 128;

    /// <summary>A row from this length on is cut into pieces where there are few rows.</summary>
    private const int LongRow = 1 << 14;

    internal override void Reduce(Reduction reduction, TF_DataType dtype, Storage x, Storage y, long outer, long reduced, long inner)
    {
        var results = outer * inner;
        if (results == 0)
            return;
        switch (dtype)
        {
            case TF_DataType.TF_FLOAT: ReduceFloating<float, FloatElement>(reduction, x, y, outer, reduced, inner); break;
            case TF_DataType.TF_DOUBLE: ReduceFloating<double, DoubleElement>(reduction, x, y, outer, reduced, inner); break;
            case TF_DataType.TF_INT32: ReduceWhole<int, IntElement>(reduction, x, y, outer, reduced, inner); break;
            case TF_DataType.TF_INT64: ReduceWhole<long, LongElement>(reduction, x, y, outer, reduced, inner); break;
            default: ReduceWhole<byte, ByteElement>(reduction, x, y, outer, reduced, inner); break;
        }
    }

    private void ReduceFloating<T, TElement>(Reduction reduction, Storage x, Storage y, long outer, long reduced, long inner)
        where T : unmanaged
        where TElement : struct, IElement<T, double>
    {
        switch (reduction)
        {
            case Reduction.Max: Reduce<T, double, TElement, DoubleElement, Largest>(x, y, outer, reduced, inner); break;
            case Reduction.Min: Reduce<T, double, TElement, DoubleElement, Smallest>(x, y, outer, reduced, inner); break;
            case Reduction.Mean: Reduce<T, double, TElement, DoubleElement, Mean>(x, y, outer, reduced, inner); break;
            default: Reduce<T, double, TElement, DoubleElement, Sum>(x, y, outer, reduced, inner); break;
        }
    }

    private void ReduceWhole<T, TElement>(Reduction reduction, Storage x, Storage y, long outer, long reduced, long inner)
        where T : unmanaged
        where TElement : struct, IElement<T, long>
    {
        switch (reduction)
        {
            case Reduction.Max: Reduce<T, long, TElement, LongElement, Largest>(x, y, outer, reduced, inner); break;
            case Reduction.Min: Reduce<T, long, TElement, LongElement, Smallest>(x, y, outer, reduced, inner); break;
            case Reduction.Mean: Reduce<T, long, TElement, LongElement, Mean>(x, y, outer, reduced, inner); break;
            default: Reduce<T, long, TElement, LongElement, Sum>(x, y, outer, reduced, inner); break;
        }
    }

    private void Reduce<T, TWide, TElement, TWideElement, TJoin>(Storage x, Storage y, long outer, long reduced, long inner)
        where T : unmanaged
        where TWide : unmanaged
        where TElement : struct, IElement<T, TWide>
        where TWideElement : struct, IElement<TWide, TWide>
        where TJoin : struct, IJoin<TWide>
    {
        if (inner == 1 && (reduced < LongRow || outer >= ManyRows))
        {
            ReduceRows<T, TWide, TElement, T, TElement, TJoin>(x, y, outer, reduced, reduced);
            return;
        }

        var results = outer * inner;
        var pieces = Pieces(results, reduced);
        var partial = Rent(results * pieces * Marshal.SizeOf<TWide>());
        Launch(
            ReductionKernels.Pieces<T, TWide, TElement, TJoin>, Each(results * pieces), View<T>(x), View<TWide>(partial), Count(outer),
            Count(reduced), Count(inner), pieces);
        ReduceRows<TWide, TWide, TWideElement, T, TElement, TJoin>(partial, y, results, pieces, reduced);
        partial.Release();
    }

    private void ReduceRows<T, TWide, TElement, TResult, TResultElement, TJoin>(Storage x, Storage y, long rows, long length, long count)
        where T : unmanaged
        where TWide : unmanaged
        where TResult : unmanaged
        where TElement : struct, IElement<T, TWide>
        where TResultElement : struct, IElement<TResult, TWide>
        where TJoin : struct, IJoin<TWide>
    {
        if (length <= ShortRow)
            Launch(
                ReductionKernels.ShortRows<T, TWide, TElement, TResult, TResultElement, TJoin>, Each(rows), View<T>(x), View<TResult>(y),
                Count(rows), Count(length), Count(count));
        else
            Launch(
                ReductionKernels.Rows<T, TWide, TElement, TResult, TResultElement, TJoin>, Groups(rows), View<T>(x), View<TResult>(y),
                Count(rows), Count(length), Count(count));
    }

    /// <summary>Over how many threads a column's sum is spread; it depends on the sizes only, and so does the order of the sum.</summary>
    private static int Pieces(long columns, long rows) =>
        (int)Math.Clamp((1 << 17) / Math.Max(columns, 1), 1, Math.Max(1, rows / 8));
}
