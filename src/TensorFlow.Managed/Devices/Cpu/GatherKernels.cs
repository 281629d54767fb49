using System.Numerics;
using System.Numerics.Tensors;

namespace Tensorflow.Devices.Cpu;

/// <summary>Rows taken by number, and their gradients added back.</summary>
internal static unsafe class GatherKernels
{
    /// <summary>y[o, k] = x[o, indices[k]], rows of so many bytes.</summary>
    internal static void Gather(byte* x, long* indices, byte* y, long outer, long axisSize, long count, long rowBytes)
    {
        var rowsInPiece = Math.Max(1, Work.PieceLength / Math.Max(1, rowBytes));
        var rows = outer * count;
        Work.Run(checked((int)((rows + rowsInPiece - 1) / rowsInPiece)), piece =>
        {
            var end = Math.Min(rows, (piece + 1) * rowsInPiece);
            for (var row = piece * rowsInPiece; row < end; row++)
                Buffer.MemoryCopy(x + (row / count * axisSize + indices[row % count]) * rowBytes, y + row * rowBytes, rowBytes, rowBytes);
        });
    }

    /// <summary>
    /// dx[o, indices[k], i] += dy[o, k, i]. Two equal indices add to one place, so a piece of the work is a run of i for every k: the
    /// order of each sum is that of k.
    /// </summary>
    internal static void ScatterAdd<T>(T* dy, long* indices, T* dx, long outer, long axisSize, long count, long inner)
        where T : unmanaged, INumber<T>
    {
        var columns = Math.Clamp(Work.PieceLength / Math.Max(1, count), 64, Work.PieceLength);
        var cuts = (inner + columns - 1) / columns;
        Work.Run(checked((int)(outer * cuts)), piece =>
        {
            long o = piece / cuts, first = piece % cuts * columns;
            var width = (int)Math.Min(columns, inner - first);
            for (long k = 0; k < count; k++)
            {
                var sum = new Span<T>(dx + (o * axisSize + indices[k]) * inner + first, width);
                TensorPrimitives.Add(sum, new ReadOnlySpan<T>(dy + (o * count + k) * inner + first, width), sum);
            }
        });
    }

    internal static long FindOutOfRange(long* indices, long count, long limit)
    {
        for (long k = 0; k < count; k++)
            if ((ulong)indices[k] >= (ulong)limit)
                return k;
        return -1;
    }
}
