using System.Buffers;
using System.Numerics;
using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu;

/// <summary>A filter of a few taps over pictures. The rows that a result's row needs are summed first, then the columns of that sum; it
/// stays in the cache. Some rows are a piece of work.</summary>
internal static unsafe class FirKernels
{
    /// <summary>Registers of sums at once: with one, a tap's number would be fetched for each.</summary>
    private const int Registers = 4;

    /// <summary>Pieces that there are at least, to share evenly, where pictures are not cut.</summary>
    private const int FewestPieces = 8;

    /// <summary>Whether there are enough pictures to make the elements of some in each piece of work.</summary>
    internal static bool TakesPictures(FirPlan plan) => plan.Images >= FewestPieces;

    /// <param name="x">The pictures.</param>
    /// <param name="stage">Makes their elements; null where they are there.</param>
    /// <param name="y">The result.</param>
    /// <param name="plan">What to do.</param>
    internal static void Run(float* x, Stage? stage, float* y, FirPlan plan)
    {
        var (rows, rowLength, resultLength) = (plan.Images * plan.RowsOut, plan.Width * plan.Channels, plan.ColumnsOut * plan.Channels);
        var rowsInPiece = Math.Max(1, Work.PieceLength / Math.Max(1, Math.Max(rowLength, resultLength)));
        if (stage is not null)
            rowsInPiece = Math.Max(1, rowsInPiece / plan.RowsOut) * plan.RowsOut;
        Work.Run((rows + rowsInPiece - 1) / rowsInPiece, piece =>
        {
            var rented = ArrayPool<float>.Shared.Rent(rowLength);
            var rentedRuns = ArrayPool<ColumnRun>.Shared.Rent(plan.ColumnsOut);
            var tapsOfRuns = ArrayPool<Tap>.Shared.Rent(plan.ColumnsOut * FirPlan.MostTaps);
            var tapsOfRow = stackalloc Tap[FirPlan.MostTaps];
            var end = Math.Min(rows, (piece + 1) * rowsInPiece);
            if (stage is not null)
            {
                long picture = (long)plan.Height * rowLength, first = piece * rowsInPiece / plan.RowsOut * picture;
                stage.Make(first, checked((int)(end / plan.RowsOut * picture - first)), x + first);
            }

            fixed (float* sum = rented)
            fixed (Tap* taps = tapsOfRuns)
            {
                var runs = FindRuns(plan, rentedRuns, taps);
                for (var row = piece * rowsInPiece; row < end; row++)
                {
                    var (image, i) = Math.DivRem(row, plan.RowsOut);
                    FindTaps(plan, i, plan.Height, rowLength, tapsOfRow);
                    Sum(x + (nint)image * plan.Height * rowLength, tapsOfRow, sum, rowLength);
                    for (var run = 0; run < runs.Length; run++)
                        Sum(sum, taps + run * FirPlan.MostTaps, y + (nint)row * resultLength + runs[run].First * plan.Channels,
                            runs[run].Count * plan.Channels);
                }
            }

            ArrayPool<float>.Shared.Return(rented);
            ArrayPool<ColumnRun>.Shared.Return(rentedRuns);
            ArrayPool<Tap>.Shared.Return(tapsOfRuns);
        });
    }

    /// <summary>The runs of columns whose taps are the same ones a pixel further: away from the edges, all where the picture keeps its
    /// size.</summary>
    /// <param name="plan">The filter.</param>
    /// <param name="room">Room for as many runs as columns.</param>
    /// <param name="taps">The taps of each run's first column, the result; room for those of all columns.</param>
    private static ReadOnlySpan<ColumnRun> FindRuns(FirPlan plan, ColumnRun[] room, Tap* taps)
    {
        var count = 0;
        for (var column = 0; column < plan.ColumnsOut; column++)
        {
            var found = taps + count * FirPlan.MostTaps;
            FindTaps(plan, column, plan.Width, plan.Channels, found);
            if (count > 0 && Continues(found - FirPlan.MostTaps, found, room[count - 1].Count * plan.Channels))
                room[count - 1] = room[count - 1] with { Count = room[count - 1].Count + 1 };
            else
                room[count++] = new ColumnRun(column, 1);
        }

        return room.AsSpan(0, count);
    }

    private static bool Continues(Tap* first, Tap* taps, int distance)
    {
        for (var i = 0; i < FirPlan.MostTaps; i++)
            if (taps[i] != (first[i].IsThere ? first[i] with { Offset = first[i].Offset + distance } : default))
                return false;
        return true;
    }

    /// <summary>The taps of a result of a direction, in as many places as there may be.</summary>
    private static void FindTaps(FirPlan plan, int result, int size, nint stride, Tap* taps)
    {
        var (first, last) = plan.Sources(result, size);
        for (var i = 0; i < FirPlan.MostTaps; i++)
            taps[i] = first + i <= last ? new Tap((first + i) * stride, plan.Tap(first + i, result), true) : default;
    }

    /// <summary>y[i] = sum over the taps of number * x[i + offset]. Each product is rounded, so that all widths of vectors give the same
    /// bits.</summary>
    private static void Sum(float* x, Tap* taps, float* y, int length)
    {
        var end = taps;
        while (end < taps + FirPlan.MostTaps && end->IsThere)
            end++;
        var i = 0;
        for (; i <= length - Registers * Vector<float>.Count; i += Registers * Vector<float>.Count)
        {
            Vector<float> sum0 = default, sum1 = default, sum2 = default, sum3 = default;
            for (var tap = taps; tap < end; tap++)
            {
                var number = new Vector<float>(tap->Number);
                var from = x + tap->Offset + i;
                sum0 += Vector.Load(from) * number;
                sum1 += Vector.Load(from + Vector<float>.Count) * number;
                sum2 += Vector.Load(from + 2 * Vector<float>.Count) * number;
                sum3 += Vector.Load(from + 3 * Vector<float>.Count) * number;
            }

            sum0.Store(y + i);
            sum1.Store(y + i + Vector<float>.Count);
            sum2.Store(y + i + 2 * Vector<float>.Count);
            sum3.Store(y + i + 3 * Vector<float>.Count);
        }

        for (; i <= length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> sum = default;
            for (var tap = taps; tap < end; tap++)
                sum += Vector.Load(x + tap->Offset + i) * tap->Number;
            sum.Store(y + i);
        }

        for (; i < length; i++)
        {
            var sum = 0f;
            for (var tap = taps; tap < end; tap++)
                sum += x[tap->Offset + i] * tap->Number;
            y[i] = sum;
        }
    }

    /// <summary>Columns side by side.</summary>
    private readonly record struct ColumnRun(int First, int Count);

    /// <summary>A tap of a result: where its pixel lies, in elements, and its number.</summary>
    private readonly record struct Tap(nint Offset, float Number, bool IsThere);
}
