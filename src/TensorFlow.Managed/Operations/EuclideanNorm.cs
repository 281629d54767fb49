namespace Tensorflow.Operations;

/// <summary>The square root of the sum of squares along axes. Of whole numbers it is computed in float64 and cut off.</summary>
internal static class EuclideanNorm
{
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="axes">The axes, negative ones counted from the last; null for all.</param>
    /// <param name="keepdims">Whether the reduced axes stay, with size 1.</param>
    internal static Tensor Apply(Tensor x, int[]? axes = null, bool keepdims = false) => x.dtype.IsFloating()
        ? Sqrt.Apply(ReduceSum.Apply(Square.Apply(x), axes, keepdims))
        : Cast.Apply(Apply(Cast.Apply(x, TF_DataType.TF_DOUBLE), axes, keepdims), x.dtype);
}
