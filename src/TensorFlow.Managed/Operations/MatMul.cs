using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The product of matrices, or of batches of them: the last two axes are the matrices, the ones before broadcast.</summary>
internal static class MatMul
{
    /// <param name="a">float32 (..., M, K), or (..., K, M) transposed.</param>
    /// <param name="b">float32 (..., K, N), or (..., N, K) transposed.</param>
    /// <param name="transposeA">Whether a's last two axes change places first.</param>
    /// <param name="transposeB">Whether b's last two axes change places first.</param>
    /// <returns>(..., M, N).</returns>
    /// <exception cref="ArgumentException">Ranks, types or sizes do not fit.</exception>
    internal static Tensor Apply(Tensor a, Tensor b, bool transposeA = false, bool transposeB = false)
    {
        Check(a, b, transposeA, transposeB);
        if (a.ndim > 2 && b.ndim == 2 && !transposeA)
        {
            var rows = Reshape.Apply(a, new Shape(a.size / Math.Max(1, a.shape[-1]), a.shape[-1]));
            return Reshape.Apply(Apply(rows, b, false, transposeB), a.shape.With(-1, b.shape[transposeB ? 0 : 1]));
        }

        Shape batchA = a.shape[..^2], batchB = b.shape[..^2];
        if (batchA != batchB)
        {
            var batch = Broadcast.ResultShape("MatMul", batchA, batchB);
            a = BroadcastTo.Apply(a, batch.Concatenate(a.shape[^2..]));
            b = BroadcastTo.Apply(b, batch.Concatenate(b.shape[^2..]));
        }

        return Multiply(a, b, transposeA, transposeB);
    }

    private static Tensor Multiply(Tensor a, Tensor b, bool transposeA, bool transposeB)
    {
        var (m, k, n) = (a.shape[transposeA ? -1 : -2], a.shape[transposeA ? -2 : -1], b.shape[transposeB ? -2 : -1]);
        var batch = a.shape[..^2];
        var y = Tensor.Empty(batch.Concatenate((m, n)), TF_DataType.TF_FLOAT);
        var sizes = new MatMulShape(checked((int)batch.size), checked((int)m), checked((int)n), checked((int)k), transposeA, transposeB);
        Tensor.Device.MatMul(a.Storage, b.Storage, y.Storage, sizes);
        // With A and B for the matrices as they are multiplied: dA = dy Bᵀ and dB = Aᵀ dy, transposed where a or b is.
        return Tape.Record(
            "MatMul", y,
            a, dy => transposeA ? Multiply(b, dy, transposeB, true) : Multiply(dy, b, false, !transposeB),
            b, dy => transposeB ? Multiply(dy, a, true, transposeA) : Multiply(a, dy, !transposeA, false));
    }

    private static void Check(Tensor a, Tensor b, bool transposeA, bool transposeB)
    {
        LinearOperation.CheckFloat("MatMul", "a", a);
        LinearOperation.CheckFloat("MatMul", "b", b);
        if (a.ndim < 2 || b.ndim < 2)
            throw new ArgumentException($"MatMul: both sides need at least two axes, but the shapes are {a.shape} and {b.shape}.");
        var (columns, rows) = (a.shape[transposeA ? -2 : -1], b.shape[transposeB ? -1 : -2]);
        if (columns != rows)
            throw new ArgumentException(
                $"MatMul: a {a.shape}{Transposed(transposeA)} has {columns} columns, but b {b.shape}{Transposed(transposeB)} has " +
                $"{rows} rows.");

        static string Transposed(bool yes) => yes ? " transposed" : "";
    }
}
