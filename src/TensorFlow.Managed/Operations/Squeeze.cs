namespace Tensorflow.Operations;

/// <summary>Without axes of size 1.</summary>
internal static class Squeeze
{
    /// <param name="x">Any tensor.</param>
    /// <param name="axes">Which axes go; null for all of size 1.</param>
    internal static Tensor Apply(Tensor x, int[]? axes = null)
    {
        var goes = new bool[x.ndim];
        for (var axis = 0; axis < goes.Length; axis++)
            goes[axis] = axes is null && x.shape[axis] == 1;
        foreach (var axis in axes ?? [])
            goes[x.shape.Axis(axis)] = x.shape[axis] == 1
                ? true
                : throw new ArgumentException($"Squeeze: axis {axis} of the shape {x.shape} has size {x.shape[axis]}, not 1.");
        return Reshape.Apply(x, new Shape([.. x.shape.Where((_, axis) => !goes[axis])]));
    }
}
