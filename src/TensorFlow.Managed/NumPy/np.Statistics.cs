using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <content>Statistics.</content>
public static partial class np
{
    /// <summary>The largest element along axes, or of all.</summary>
    public static NDArray amax(NDArray x, Axis? axis = null) => max(x, axis);

    /// <summary>The smallest element along axes, or of all.</summary>
    public static NDArray amin(NDArray x, Axis? axis = null) => min(x, axis);

    /// <summary>The mean along axes, or of all elements, each counted with its weight.</summary>
    /// <param name="a">The elements; the mean of whole numbers is a float64.</param>
    /// <param name="axis">An axis or several; null for all.</param>
    /// <param name="weights">Of a shape that broadcasts to the elements', or a vector along the one axis; null counts all alike.</param>
    /// <exception cref="ArgumentException">The weights do not fit.</exception>
    public static NDArray average(NDArray a, Axis? axis = null, NDArray? weights = null)
    {
        if (weights is null)
            return mean(a, axis);
        if (weights.ndim == 1 && axis is { axes.Length: 1 })
        {
            var shape = Enumerable.Repeat(1L, a.ndim).ToArray();
            shape[a.shape.Axis(axis.axes[0])] = -1;
            weights = weights.reshape(shape);
        }

        using var all = NDArray.Made(() => BroadcastTo.Apply(weights, a.shape));
        return sum(a * all, axis) / sum(all, axis);
    }
}
