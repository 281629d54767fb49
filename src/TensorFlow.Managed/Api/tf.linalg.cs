using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Matrix products.</content>
public sealed partial class tensorflow
{
    /// <summary>Functions of matrices.</summary>
    public linalg_api linalg { get; } = new();

    /// <summary>The product of two matrices, or of each pair in two batches of them.</summary>
    /// <param name="a">float32 (..., M, K); the axes before the last two broadcast with b's.</param>
    /// <param name="b">float32 (..., K, N).</param>
    /// <param name="transpose_a">Whether a's last two axes change places first.</param>
    /// <param name="transpose_b">Whether b's last two axes change places first.</param>
    /// <returns>(..., M, N).</returns>
    /// <exception cref="ArgumentException">Ranks, types or sizes do not fit.</exception>
    public Tensor matmul(Tensor a, Tensor b, bool transpose_a = false, bool transpose_b = false) =>
        MatMul.Apply(a, b, transpose_a, transpose_b);
}

/// <summary>What <c>tf.linalg</c> offers.</summary>
public sealed class linalg_api
{
    internal linalg_api()
    {
    }

    /// <summary>The product of two matrices, or of each pair in two batches of them.</summary>
    /// <param name="a">float32 (..., M, K); the axes before the last two broadcast with b's.</param>
    /// <param name="b">float32 (..., K, N).</param>
    /// <param name="transpose_a">Whether a's last two axes change places first.</param>
    /// <param name="transpose_b">Whether b's last two axes change places first.</param>
    /// <returns>(..., M, N).</returns>
    /// <exception cref="ArgumentException">Ranks, types or sizes do not fit.</exception>
    public Tensor matmul(Tensor a, Tensor b, bool transpose_a = false, bool transpose_b = false) =>
        MatMul.Apply(a, b, transpose_a, transpose_b);
}
