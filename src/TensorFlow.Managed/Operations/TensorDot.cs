namespace Tensorflow.Operations;

/// <summary>The sum of products over pairs of axes, as NumPy's tensordot: a matrix product of the two, reshaped.</summary>
internal static class TensorDot
{
    /// <param name="a">A tensor of numbers.</param>
    /// <param name="b">One of the same type.</param>
    /// <param name="axesOfA">The axes of a that are summed over; negative ones count from the last.</param>
    /// <param name="axesOfB">Their partners in b.</param>
    /// <returns>The other axes of a, then those of b.</returns>
    /// <exception cref="ArgumentException">The axes do not pair up, or their sizes differ.</exception>
    internal static Tensor Apply(Tensor a, Tensor b, int[] axesOfA, int[] axesOfB)
    {
        axesOfA = Array.ConvertAll(axesOfA, a.shape.Axis);
        axesOfB = Array.ConvertAll(axesOfB, b.shape.Axis);
        if (!axesOfA.Select(axis => a.shape[axis]).SequenceEqual(axesOfB.Select(axis => b.shape[axis])))
            throw new ArgumentException(
                $"TensorDot: the axes [{string.Join(", ", axesOfA)}] of {a.shape} and [{string.Join(", ", axesOfB)}] of {b.shape} do not " +
                $"have the same sizes.");
        int[] keptOfA = [.. Enumerable.Range(0, a.ndim).Except(axesOfA)], keptOfB = [.. Enumerable.Range(0, b.ndim).Except(axesOfB)];
        var shape = new Shape([.. keptOfA.Select(axis => a.shape[axis]), .. keptOfB.Select(axis => b.shape[axis])]);
        var summed = axesOfA.Aggregate(1L, (product, axis) => product * a.shape[axis]);
        var left = Reshape.Apply(Transpose.Apply(a, [.. keptOfA, .. axesOfA]), (a.size / Math.Max(1, summed), summed));
        var right = Reshape.Apply(Transpose.Apply(b, [.. axesOfB, .. keptOfB]), (summed, b.size / Math.Max(1, summed)));
        return Reshape.Apply(MatMul.Apply(left, right), shape);
    }
}
