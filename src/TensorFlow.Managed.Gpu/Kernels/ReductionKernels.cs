using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>How two numbers of a reduction become one.</summary>
internal interface IJoin<TWide>
{
    /// <summary>What joining starts with.</summary>
    static abstract TWide Start { get; }

    static abstract TWide Join(TWide a, TWide b);

    /// <summary>What comes of so many numbers when all are joined.</summary>
    static abstract TWide Finish(TWide joined, int count);
}

internal readonly struct Sum : IJoin<double>, IJoin<long>
{
    static double IJoin<double>.Start => 0;

    static long IJoin<long>.Start => 0;

    public static double Join(double a, double b) => a + b;

    public static long Join(long a, long b) => a + b;

    public static double Finish(double joined, int count) => joined;

    public static long Finish(long joined, int count) => joined;
}

internal readonly struct Mean : IJoin<double>, IJoin<long>
{
    static double IJoin<double>.Start => 0;

    static long IJoin<long>.Start => 0;

    public static double Join(double a, double b) => a + b;

    public static long Join(long a, long b) => a + b;

    public static double Finish(double joined, int count) => joined / count;

    public static long Finish(long joined, int count) => joined / count;
}

/// <summary>NaN where any is.</summary>
internal readonly struct Largest : IJoin<double>, IJoin<long>
{
    static double IJoin<double>.Start => double.NegativeInfinity;

    static long IJoin<long>.Start => long.MinValue;

    public static double Join(double a, double b) => a > b || a != a ? a : b;

    public static long Join(long a, long b) => a > b ? a : b;

    public static double Finish(double joined, int count) => joined;

    public static long Finish(long joined, int count) => joined;
}

/// <summary>NaN where any is.</summary>
internal readonly struct Smallest : IJoin<double>, IJoin<long>
{
    static double IJoin<double>.Start => double.PositiveInfinity;

    static long IJoin<long>.Start => long.MaxValue;

    public static double Join(double a, double b) => a < b || a != a ? a : b;

    public static long Join(long a, long b) => a < b ? a : b;

    public static double Finish(double joined, int count) => joined;

    public static long Finish(long joined, int count) => joined;
}

/// <summary>
/// Reductions over the middle axis of (outer, reduced, inner). A first pass may cut the axis into pieces, whose results a second pass
/// joins; each join has a fixed order, so the same sizes on the same card give the same bits. float32 is summed in double precision.
/// </summary>
internal static class ReductionKernels
{
    /// <summary>The most threads of a group that joins in shared memory.</summary>
    internal const int MostThreads = 256;

    /// <summary>partial[o, i, p] joins x[o, r, i] over r = p, p + pieces, ...; a thread a result.</summary>
    internal static void Pieces<T, TWide, TElement, TJoin>(
        ArrayView<T> x, ArrayView<TWide> partial, int outer, int reduced, int inner, int pieces)
        where T : unmanaged
        where TWide : unmanaged
        where TElement : struct, IElement<T, TWide>
        where TJoin : struct, IJoin<TWide>
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < outer * pieces * inner; at += stride)
        {
            var (row, i) = (at / inner, at % inner);
            var (o, piece) = (row / pieces, row % pieces);
            var joined = TJoin.Start;
            for (var r = piece; r < reduced; r += pieces)
                joined = TJoin.Join(joined, TElement.Widen(x[(o * reduced + r) * inner + i]));
            partial[(o * inner + i) * pieces + piece] = joined;
        }
    }

    /// <summary>y[row] joins a row of x, in which there are so many numbers; a group a row.</summary>
    internal static void Rows<T, TWide, TElement, TResult, TResultElement, TJoin>(
        ArrayView<T> x, ArrayView<TResult> y, int rows, int length, int count)
        where T : unmanaged
        where TWide : unmanaged
        where TResult : unmanaged
        where TElement : struct, IElement<T, TWide>
        where TResultElement : struct, IElement<TResult, TWide>
        where TJoin : struct, IJoin<TWide>
    {
        var shared = SharedMemory.Allocate<TWide>(MostThreads);
        var (thread, threads) = (Group.IdxX, Group.DimX);
        for (var row = Grid.IdxX; row < rows; row += Grid.DimX)
        {
            var joined = TJoin.Start;
            for (var i = thread; i < length; i += threads)
                joined = TJoin.Join(joined, TElement.Widen(x[row * length + i]));
            shared[thread] = joined;
            Group.Barrier();
            for (var half = threads / 2; half > 0; half /= 2)
            {
                if (thread < half)
                    shared[thread] = TJoin.Join(shared[thread], shared[thread + half]);
                Group.Barrier();
            }

            if (thread == 0)
                y[row] = TResultElement.Narrow(TJoin.Finish(shared[0], count));
            Group.Barrier();
        }
    }

    /// <summary>y[i] joins a short row of x; a thread a row.</summary>
    internal static void ShortRows<T, TWide, TElement, TResult, TResultElement, TJoin>(
        ArrayView<T> x, ArrayView<TResult> y, int rows, int length, int count)
        where T : unmanaged
        where TWide : unmanaged
        where TResult : unmanaged
        where TElement : struct, IElement<T, TWide>
        where TResultElement : struct, IElement<TResult, TWide>
        where TJoin : struct, IJoin<TWide>
    {
        var stride = Grid.DimX * Group.DimX;
        for (var row = Grid.GlobalIndex.X; row < rows; row += stride)
        {
            var joined = TJoin.Start;
            for (var i = 0; i < length; i++)
                joined = TJoin.Join(joined, TElement.Widen(x[row * length + i]));
            y[row] = TResultElement.Narrow(TJoin.Finish(joined, count));
        }
    }
}
