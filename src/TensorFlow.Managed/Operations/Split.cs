namespace Tensorflow.Operations;

/// <summary>A tensor cut along an axis.</summary>
internal static class Split
{
    /// <summary>So many parts of equal size.</summary>
    internal static Tensor[] Apply(Tensor x, int parts, int axis = 0)
    {
        if (parts < 1 || x.shape[axis] % parts != 0)
            throw new ArgumentException($"Split: axis {axis} of the shape {x.shape} cannot be cut into {parts} equal parts.");
        var sizes = new long[parts];
        Array.Fill(sizes, x.shape[axis] / parts);
        return Apply(x, sizes, axis);
    }

    /// <summary>Parts of the given sizes, which add up to the axis.</summary>
    internal static Tensor[] Apply(Tensor x, long[] sizes, int axis = 0)
    {
        axis = x.shape.Axis(axis);
        if (sizes.Sum() != x.shape[axis])
            throw new ArgumentException(
                $"Split: the sizes [{string.Join(", ", sizes)}] do not add up to axis {axis} of the shape {x.shape}.");
        var parts = new Tensor[sizes.Length];
        long start = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var begin = new long[x.ndim];
            begin[axis] = start;
            parts[i] = Slice.Apply(x, begin, x.shape.With(axis, sizes[i]).dims);
            start += sizes[i];
        }

        return parts;
    }
}
