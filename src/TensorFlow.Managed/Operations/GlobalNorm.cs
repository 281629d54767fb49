namespace Tensorflow.Operations;

/// <summary>The length of several tensors as one vector: sqrt(sum of all squares), as <c>tf.linalg.global_norm</c>.</summary>
internal static class GlobalNorm
{
    /// <param name="tensors">Floating tensors of one type.</param>
    /// <exception cref="ArgumentException">There are no tensors.</exception>
    internal static Tensor Apply(IReadOnlyList<Tensor> tensors) => tensors.Count == 0
        ? throw new ArgumentException("global_norm: there are no tensors.")
        : Sqrt.Apply(tensors.Select(tensor => ReduceSum.Apply(Square.Apply(tensor))).Aggregate(Add.Apply));
}
