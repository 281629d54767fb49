using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The product of matrices, or of batches of them: the last two axes are the matrices, the ones before broadcast.</summary>
internal static class MatMul
{
    /// <param name="a">(..., M, K), or (..., K, M) transposed; float32, or, slowly, float64, int32 or int64.</param>
    /// <param name="b">(..., K, N), or (..., N, K) transposed, of the same type.</param>
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
        var y = Tensor.Empty(batch.Concatenate((m, n)), a.dtype);
        var sizes = new MatMulShape(checked((int)batch.size), checked((int)m), checked((int)n), checked((int)k), transposeA, transposeB);
        if (a.dtype == TF_DataType.TF_FLOAT)
            Tensor.Device.MatMul(a.Storage, b.Storage, y.Storage, sizes);
        else
            PlainMatMul.Run(a, b, y, sizes);
        // With A and B for the matrices as they are multiplied: dA = dy Bᵀ and dB = Aᵀ dy, transposed where a or b is.
        return Tape.Record(
            "MatMul", y,
            a, dy => transposeA ? Multiply(b, dy, transposeB, true) : Multiply(dy, b, false, !transposeB),
            b, dy => transposeB ? Multiply(dy, a, true, transposeA) : Multiply(a, dy, !transposeA, false),
            sizes);
    }

    private static void Check(Tensor a, Tensor b, bool transposeA, bool transposeB)
    {
        BinaryOperation.Check("MatMul", a, b);
        if (a.dtype is TF_DataType.TF_BOOL or TF_DataType.TF_UINT8)
            throw new ArgumentException($"MatMul: the matrices must be of numbers, but are {a.dtype.Name()}; cast them with tf.cast.");
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
