using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Tensorflow.Devices.Cpu;

/// <summary>A filter of a few taps over pictures. The rows that a result's row needs are summed first, then the columns of that sum; it
/// stays in the cache. Some rows are a piece of work.</summary>
internal static unsafe class FirKernels
{
    internal static void Run(float* x, float* y, FirPlan plan)
    {
        var (rows, rowLength, resultLength) = (plan.Images * plan.RowsOut, plan.Width * plan.Channels, plan.ColumnsOut * plan.Channels);
        var rowsInPiece = Math.Max(1, Work.PieceLength / Math.Max(1, Math.Max(rowLength, resultLength)));
        Work.Run((rows + rowsInPiece - 1) / rowsInPiece, piece =>
        {
            var rented = ArrayPool<float>.Shared.Rent(rowLength);
            var sum = rented.AsSpan(0, rowLength);
            var end = Math.Min(rows, (piece + 1) * rowsInPiece);
            for (var row = piece * rowsInPiece; row < end; row++)
            {
                var (image, i) = Math.DivRem(row, plan.RowsOut);
                var (first, last) = plan.Sources(i, plan.Height);
                sum.Clear();
                for (var r = first; r <= last; r++)
                    Add(sum, plan.Tap(r, i), new ReadOnlySpan<float>(x + ((long)image * plan.Height + r) * rowLength, rowLength));
                Columns(sum, new Span<float>(y + (long)row * resultLength, resultLength), plan);
            }

            ArrayPool<float>.Shared.Return(rented);
        });
    }

    private static void Columns(ReadOnlySpan<float> sum, Span<float> result, FirPlan plan)
    {
        var channels = plan.Channels;
        for (var j = 0; j < plan.ColumnsOut; j++)
        {
            var (first, last) = plan.Sources(j, plan.Width);
            var pixel = result.Slice(j * channels, channels);
            pixel.Clear();
            for (var c = first; c <= last; c++)
                Add(pixel, plan.Tap(c, j), sum.Slice(c * channels, channels));
        }
    }

    /// <summary>sum += factor * x. Each product is rounded, so that all widths of vectors give the same bits.</summary>
    private static void Add(Span<float> sum, float factor, ReadOnlySpan<float> x)
    {
        var sums = MemoryMarshal.Cast<float, Vector<float>>(sum);
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(x);
        for (var i = 0; i < vectors.Length; i++)
            sums[i] += vectors[i] * factor;
        for (var i = vectors.Length * Vector<float>.Count; i < x.Length; i++)
            sum[i] += x[i] * factor;
    }
}
