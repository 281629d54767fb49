using System.Numerics;

namespace Tensorflow.Devices.Cpu;

/// <summary>One of two elements by a condition, and the place of the largest.</summary>
internal static unsafe class SelectKernels
{
    /// <summary>y[i] = condition[i] is not 0 ? a[i] : b[i], for elements of any type seen as integers of their size.</summary>
    internal static void Select<T>(byte* condition, T* a, T* b, T* y, long count) where T : unmanaged, IBinaryInteger<T> =>
        Work.RunElements(count, (start, length) =>
        {
            // Pointers of the loop's own: those that the closure holds would be read again for each element.
            byte* c = condition + start;
            T* whenTrue = a + start, whenFalse = b + start, result = y + start;
            for (var i = 0; i < length; i++)
            {
                // All bits or none: a branch that follows random data costs ten times as much as these few operations.
                var mask = T.Zero - T.CreateTruncating(c[i] != 0 ? 1 : 0);
                result[i] = whenFalse[i] ^ ((whenTrue[i] ^ whenFalse[i]) & mask);
            }
        });

    /// <summary>The same for elements of four bytes, as wide as the processor's vectors.</summary>
    internal static void Select(byte* condition, int* a, int* b, int* y, long count) => Work.RunElements(count, (start, length) =>
    {
        byte* c = condition + start;
        int* whenTrue = a + start, whenFalse = b + start, result = y + start;
        var (i, lanes) = (0, Vector<int>.Count);
        for (; i <= length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(Vector.Load(c + i), out var low, out var high);
            Vector.Widen(low, out var first, out var second);
            Vector.Widen(high, out var third, out var fourth);
            Choose(first, whenTrue + i, whenFalse + i, result + i);
            Choose(second, whenTrue + i + lanes, whenFalse + i + lanes, result + i + lanes);
            Choose(third, whenTrue + i + 2 * lanes, whenFalse + i + 2 * lanes, result + i + 2 * lanes);
            Choose(fourth, whenTrue + i + 3 * lanes, whenFalse + i + 3 * lanes, result + i + 3 * lanes);
        }

        for (; i < length; i++)
            result[i] = c[i] != 0 ? whenTrue[i] : whenFalse[i];
    });

    private static void Choose(Vector<uint> condition, int* whenTrue, int* whenFalse, int* result) => Vector.ConditionalSelect(
        Vector.AsVectorInt32(Vector.Equals(condition, Vector<uint>.Zero)), Vector.Load(whenFalse), Vector.Load(whenTrue)).Store(result);

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
