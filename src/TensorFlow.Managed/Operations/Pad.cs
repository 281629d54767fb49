namespace Tensorflow.Operations;

/// <summary>A border of one value around a tensor.</summary>
internal static class Pad
{
    /// <param name="x">Any tensor.</param>
    /// <param name="paddings">How many elements stand before and after along each axis, not negative.</param>
    /// <param name="value">What they are.</param>
    internal static Tensor Apply(Tensor x, (long Before, long After)[] paddings, double value = 0)
    {
        if (paddings.Length != x.ndim || Array.Exists(paddings, padding => padding.Before < 0 || padding.After < 0))
            throw new ArgumentException(
                $"Pad: paddings [{string.Join(", ", paddings)}] must be one pair, not negative, for each axis of the shape {x.shape}.");
        var (sizes, begin) = (x.dims, new long[x.ndim]);
        for (var axis = 0; axis < sizes.Length; axis++)
        {
            sizes[axis] += paddings[axis].Before + paddings[axis].After;
            begin[axis] = paddings[axis].Before;
        }

        return Place.Apply(x, new Shape(sizes), begin, steps: null, value);
    }
}
