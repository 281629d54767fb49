namespace Tensorflow.Operations;

/// <summary>
/// The x of least |A x - b|² + λ|x|², by the normal equations, as <c>tf.linalg.lstsq</c> with <c>fast</c>: (AᵀA + λI)⁻¹Aᵀb, or, of fewer
/// rows than columns, Aᵀ(AAᵀ + λI)⁻¹b.
/// </summary>
internal static class LeastSquares
{
    /// <param name="a">Floating (..., M, N), of full rank.</param>
    /// <param name="b">(..., M, K).</param>
    /// <param name="regularizer">λ.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or A has not the full rank.</exception>
    internal static Tensor Apply(Tensor a, Tensor b, double regularizer)
    {
        if (a.shape[-2] >= a.shape[-1])
            return MatMul.Apply(Inverse(MatMul.Apply(a, a, transposeA: true), regularizer), MatMul.Apply(a, b, transposeA: true));
        return MatMul.Apply(a, MatMul.Apply(Inverse(MatMul.Apply(a, a, transposeB: true), regularizer), b), transposeA: true);
    }

    private static Tensor Inverse(Tensor square, double regularizer) => MatrixInverse.Apply(
        regularizer == 0 ? square : square + Eye.Apply((int)square.shape[-1], (int)square.shape[-1], 0, square.dtype) * regularizer);
}
