namespace Tensorflow.Operations;

/// <summary>The elements in the opposite order along some axes.</summary>
internal static class Reverse
{
    /// <param name="x">Any tensor.</param>
    /// <param name="axes">The axes, each once; negative ones count from the last.</param>
    /// <exception cref="ArgumentException">There is no such axis, or one is named twice.</exception>
    internal static Tensor Apply(Tensor x, int[] axes)
    {
        var (begin, steps) = (new long[x.ndim], new long[x.ndim]);
        Array.Fill(steps, 1);
        foreach (var axis in axes)
        {
            var number = x.shape.Axis(axis);
            if (steps[number] < 0)
                throw new ArgumentException($"Reverse: the axes [{string.Join(", ", axes)}] name an axis of {x.shape} twice.");
            steps[number] = -1;
            begin[number] = Math.Max(0, x.shape[number] - 1);
        }

        return Slice.Apply(x, begin, x.dims, steps);
    }
}
