namespace Tensorflow.Operations;

/// <summary>
/// Tensors made shorter together, so that their joint length is at most a limit: t * limit / max(length, limit) (Pascanu, Mikolov, Bengio,
/// arXiv 1211.5063), as <c>tf.clip_by_global_norm</c>.
/// </summary>
internal static class ClipByGlobalNorm
{
    /// <param name="tensors">Floating tensors of one type.</param>
    /// <param name="limit">The largest length, above 0.</param>
    /// <param name="norm">Their length where it is known already.</param>
    /// <returns>The tensors, and the length that they had.</returns>
    /// <exception cref="ArgumentException">There are no tensors, or the limit is not positive.</exception>
    internal static (Tensor[] Clipped, Tensor Norm) Apply(IReadOnlyList<Tensor> tensors, double limit, Tensor? norm = null)
    {
        if (!(limit > 0))
            throw new ArgumentException($"clip_by_global_norm: clip_norm must be above 0; it is {limit}.");
        norm ??= GlobalNorm.Apply(tensors);
        // As TensorFlow computes it: 1 / length rounds otherwise than a division of each element.
        var scale = limit * Minimum.Apply(1 / norm, Constant.Scalar(1 / limit, norm.dtype));
        return ([.. tensors.Select(tensor => tensor * scale)], norm);
    }
}
