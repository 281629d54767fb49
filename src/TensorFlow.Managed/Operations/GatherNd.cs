namespace Tensorflow.Operations;

/// <summary>Slices of a tensor by their places along its first axes.</summary>
internal static class GatherNd
{
    /// <param name="x">Any tensor.</param>
    /// <param name="indices">(..., k), int32 or int64: the last axis holds places along the first k axes of <paramref name="x"/>.</param>
    /// <returns>The shape of <paramref name="indices"/> without its last axis, then the axes of <paramref name="x"/> from k on.</returns>
    /// <exception cref="ArgumentException">A place does not exist, or there are more numbers than axes.</exception>
    internal static Tensor Apply(Tensor x, Tensor indices)
    {
        if (indices.ndim == 0 || indices.shape[-1] > x.ndim)
            throw new ArgumentException(
                $"GatherNd: the last axis of the indices, {indices.shape}, holds places along at most the {x.ndim} axes of {x.shape}.");
        var depth = (int)indices.shape[-1];
        Shape indexed = x.shape[..depth], rest = x.shape[depth..];
        var places = Cast.Apply(indices, TF_DataType.TF_INT64).ToArray<long>();
        var rows = new long[indices.shape[..^1].size];
        for (var row = 0; row < rows.Length; row++)
            for (var axis = 0; axis < depth; axis++)
            {
                var place = places[row * depth + axis];
                if (place < 0 || place >= indexed[axis])
                    throw new ArgumentException(
                        $"GatherNd: index {place} is not in [0, {indexed[axis]}), axis {axis} of the shape {x.shape}.");
                rows[row] = rows[row] * indexed[axis] + place;
            }

        var gathered = Gather.Apply(Reshape.Apply(x, rest.Insert(0, indexed.size)), rows);
        return Reshape.Apply(gathered, indices.shape[..^1].Concatenate(rest));
    }
}
