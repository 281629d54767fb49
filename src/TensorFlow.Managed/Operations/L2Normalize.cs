namespace Tensorflow.Operations;

/// <summary>x / sqrt(max(sum x², epsilon)) along axes, as <c>tf.math.l2_normalize</c>.</summary>
internal static class L2Normalize
{
    /// <param name="x">A floating tensor.</param>
    /// <param name="axes">The axes of a vector; null for all.</param>
    /// <param name="epsilon">Keeps the divisor from 0.</param>
    internal static Tensor Apply(Tensor x, int[]? axes, double epsilon = 1e-12) => x * Rsqrt.Apply(
        Maximum.Apply(ReduceSum.Apply(Square.Apply(x), axes, keepdims: true), Constant.Scalar(epsilon, x.dtype)));
}
