using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <content>Arrays in other shapes, several as one.</content>
public static partial class np
{
    /// <summary>Arrays one after another along an axis; their other axes are equal.</summary>
    public static NDArray concatenate(NDArray[] arrays, int axis = 0) => NDArray.Made(() => Concat.Apply(arrays, axis));

    /// <summary>Two arrays one after another along an axis; their other axes are equal.</summary>
    public static NDArray concatenate((NDArray, NDArray) tuple, int axis = 0) => concatenate([tuple.Item1, tuple.Item2], axis);

    /// <summary>A new axis of size 1, counted in the result.</summary>
    public static NDArray expand_dims(NDArray a, int axis = -1) => NDArray.Made(() => ExpandDims.Apply(a, axis));

    /// <summary>Axes moved to other places; the others keep their order.</summary>
    /// <param name="array">Any array.</param>
    /// <param name="source">The axes, each once; negative ones count from the last.</param>
    /// <param name="destination">Where each of them goes.</param>
    /// <exception cref="ArgumentException">There are not equally many places, or one is named twice.</exception>
    public static NDArray moveaxis(NDArray array, Axis source, Axis destination)
    {
        var (from, to) = (Array.ConvertAll(source.axes, array.shape.Axis), Array.ConvertAll(destination.axes, array.shape.Axis));
        if (from.Length != to.Length || from.Distinct().Count() != from.Length || to.Distinct().Count() != to.Length)
            throw new ArgumentException(
                $"moveaxis: the axes [{string.Join(", ", from)}] need as many places, each once; they have [{string.Join(", ", to)}].");
        var left = new Queue<int>(Enumerable.Range(0, array.ndim).Except(from));
        var order = new int[array.ndim];
        for (var place = 0; place < order.Length; place++)
            order[place] = Array.IndexOf(to, place) is >= 0 and var moved ? from[moved] : left.Dequeue();
        return NDArray.Made(() => Transpose.Apply(array, order));
    }

    /// <summary>The same elements under another shape; one size may be -1.</summary>
    public static NDArray reshape(NDArray x1, Shape newshape) => x1.reshape(newshape);

    /// <summary>Without axes of size 1: those given, or all.</summary>
    public static NDArray squeeze(NDArray x1, Axis? axis = null) => NDArray.Made(() => Squeeze.Apply(x1, axis?.axes));

    /// <summary>Arrays of one shape side by side along a new first axis.</summary>
    public static NDArray stack(params NDArray[] arrays) => stack(arrays, 0);

    /// <summary>Arrays of one shape side by side along a new axis.</summary>
    public static NDArray stack(NDArray[] arrays, int axis) => NDArray.Made(() => Stack.Apply(arrays, axis));

    /// <summary>The axes in another order; reversed if none is given.</summary>
    public static NDArray transpose(NDArray x, Axis? axes = null) => NDArray.Made(() => Transpose.Apply(x, axes?.axes));
}
