using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <content>Sorting.</content>
public static partial class np
{
    /// <summary>The places that the elements have in order along an axis, as int32; equal ones keep their order.</summary>
    /// <param name="a">Numbers of one axis or more; NaN comes last.</param>
    /// <param name="axis">The axis; null for the last.</param>
    public static NDArray argsort(NDArray a, Axis? axis = null) => AlongLast(a, axis, rows =>
    {
        var order = Orders(rows);
        return Tensor.From<int>(order, rows.shape);
    });

    /// <summary>The elements in order along an axis.</summary>
    /// <param name="a">Numbers of one axis or more; NaN comes last.</param>
    /// <param name="axis">The axis; null for the last.</param>
    public static NDArray sort(NDArray a, Axis? axis = null) => AlongLast(a, axis, rows =>
    {
        var (order, length) = (Orders(rows), (int)rows.shape[-1]);
        for (var i = 0; i < order.Length; i++)
            order[i] += i / length * length;
        return Reshape.Apply(Gather.Apply(Reshape.Apply(rows, -1), order), rows.shape);
    });

    private static NDArray AlongLast(NDArray a, Axis? axis, Func<Tensor, Tensor> function) => NDArray.Made(() =>
    {
        if (axis is { axes.Length: not 1 })
            throw new ArgumentException($"An array is sorted along one axis, not along {axis.axes.Length}.");
        int[] order = [.. Enumerable.Range(0, a.ndim)];
        var along = a.shape.Axis(axis?.axes[0] ?? -1);
        (order[along], order[^1]) = (order[^1], order[along]);
        return Transpose.Apply(function(Transpose.Apply(a, order)), order);
    });

    /// <summary>For each row of the last axis the places of its elements in order.</summary>
    private static int[] Orders(Tensor rows) => rows.dtype switch
    {
        TF_DataType.TF_FLOAT => Orders<float>(rows),
        TF_DataType.TF_DOUBLE => Orders<double>(rows),
        TF_DataType.TF_INT64 => Orders<long>(rows),
        _ => Orders<int>(Cast.Apply(rows, TF_DataType.TF_INT32)),
    };

    private static int[] Orders<T>(Tensor rows) where T : unmanaged, IComparable<T>
    {
        var (values, length) = (rows.ToArray<T>(), (int)rows.shape[-1]);
        var order = new int[values.Length];
        for (var start = 0; start < values.Length; start += length)
        {
            var first = start;
            Enumerable.Range(0, length)
                .Order(Comparer<int>.Create((i, j) => InOrder(values[first + i], values[first + j]))).ToArray().CopyTo(order, start);
        }

        return order;
    }

    /// <summary>C# puts NaN first; NumPy puts it last.</summary>
    private static int InOrder<T>(T a, T b) where T : IComparable<T> => (IsNaN(a), IsNaN(b)) switch
    {
        (false, false) => a.CompareTo(b),
        (true, true) => 0,
        (true, false) => 1,
        _ => -1,
    };

    private static bool IsNaN<T>(T value) => value is float.NaN or double.NaN;
}
