using System.Numerics;
using System.Numerics.Tensors;

namespace Tensorflow.Devices.Cpu;

/// <summary>Sums, means, largest and smallest elements along an axis of (outer, reduced, inner).</summary>
internal static unsafe class ReductionKernels
{
    /// <summary>Elements reduced in one piece; the pieces' results join in their order,
    /// so the order of a sum depends on sizes only.</summary>
    private const long PieceElements = 1 << 16;

    internal static void Run<T>(Reduction reduction, T* x, T* y, long outer, long reduced, long inner) where T : unmanaged, INumber<T>
    {
        var rowsInPiece = Math.Max(1, PieceElements / Math.Max(1, inner));
        var pieces = Math.Max(1, (reduced + rowsInPiece - 1) / rowsInPiece);
        if (pieces == 1)
        {
            // Many short reductions share a piece; each is computed alone, so what stands beside it does not matter.
            var inPiece = Math.Max(1, PieceElements / Math.Max(1, reduced * inner));
            Work.Run(checked((int)((outer + inPiece - 1) / inPiece)), piece =>
            {
                var end = Math.Min(outer, (piece + 1) * inPiece);
                for (var o = piece * inPiece; o < end; o++)
                    Rows(reduction, x + o * reduced * inner, y + o * inner, reduced, inner);
            });
        }
        else
        {
            var partial = new T[checked(outer * pieces * inner)];
            fixed (T* pinned = partial)
            {
                var p = pinned;
                Work.Run(checked((int)(outer * pieces)), i =>
                {
                    var (o, piece) = (i / pieces, i % pieces);
                    var first = piece * rowsInPiece;
                    Rows(reduction, x + (o * reduced + first) * inner, p + i * inner, Math.Min(rowsInPiece, reduced - first), inner);
                });
                for (long o = 0; o < outer; o++)
                    Rows(reduction, p + o * pieces * inner, y + o * inner, pieces, inner);
            }
        }

        if (reduction == Reduction.Mean)
        {
            var result = new Span<T>(y, checked((int)(outer * inner)));
            TensorPrimitives.Divide(result, T.CreateChecked(reduced), result);
        }
    }

    /// <summary>y[i] = reduction over the rows r of x[r, i]; a mean's is the sum.</summary>
    private static void Rows<T>(Reduction reduction, T* x, T* y, long rows, long inner) where T : unmanaged, INumber<T>
    {
        var width = checked((int)inner);
        if (width == 1)
        {
            var column = new ReadOnlySpan<T>(x, checked((int)rows));
            *y = reduction switch
            {
                Reduction.Max => TensorPrimitives.Max(column),
                Reduction.Min => TensorPrimitives.Min(column),
                _ => TensorPrimitives.Sum(column),
            };
            return;
        }

        var result = new Span<T>(y, width);
        if (rows == 0)
        {
            result.Clear();
            return;
        }

        new ReadOnlySpan<T>(x, width).CopyTo(result);
        for (long r = 1; r < rows; r++)
        {
            var row = new ReadOnlySpan<T>(x + r * inner, width);
            switch (reduction)
            {
                case Reduction.Max: TensorPrimitives.Max(result, row, result); break;
                case Reduction.Min: TensorPrimitives.Min(result, row, result); break;
                default: TensorPrimitives.Add(result, row, result); break;
            }
        }
    }
}
