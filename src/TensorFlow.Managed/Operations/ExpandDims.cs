namespace Tensorflow.Operations;

/// <summary>A new axis of size 1.</summary>
internal static class ExpandDims
{
    /// <param name="x">Any tensor.</param>
    /// <param name="axis">Where the new axis stands in the result; negative numbers count from the result's last.</param>
    internal static Tensor Apply(Tensor x, int axis)
    {
        if (axis < -x.ndim - 1 || axis > x.ndim)
            throw new ArgumentException($"ExpandDims: axis {axis} is not in [{-x.ndim - 1}, {x.ndim}] for the shape {x.shape}.");
        return Reshape.Apply(x, x.shape.Insert(axis < 0 ? axis + x.ndim + 1 : axis, 1));
    }
}
