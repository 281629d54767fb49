using System.Numerics;

namespace Tensorflow.Devices.Cpu;

/// <summary>One of two elements by a condition, and the place of the largest.</summary>
internal static unsafe class SelectKernels
{
    internal static void Select<T>(byte* condition, T* a, T* b, T* y, long count) where T : unmanaged =>
        Work.RunElements(count, (start, length) =>
        {
            for (var i = start; i < start + length; i++)
                y[i] = condition[i] != 0 ? a[i] : b[i];
        });

    /// <summary>y[o, i] = the first r where x[o, r, i] is largest; a NaN is never larger.</summary>
    internal static void ArgMax<T>(T* x, long* y, long outer, long reduced, long inner) where T : unmanaged, INumber<T>
    {
        var count = outer * inner;
        var inPiece = Math.Max(1, Work.PieceLength / Math.Max(1, reduced));
        Work.Run(checked((int)((count + inPiece - 1) / inPiece)), piece =>
        {
            var end = Math.Min(count, (piece + 1) * inPiece);
            for (var position = piece * inPiece; position < end; position++)
            {
                var column = x + position / inner * reduced * inner + position % inner;
                long best = 0;
                for (long r = 1; r < reduced; r++)
                    if (column[r * inner] > column[best * inner])
                        best = r;
                y[position] = best;
            }
        });
    }
}
