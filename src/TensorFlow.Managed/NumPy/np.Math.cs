using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <content>Functions of each element and along axes. As in NumPy, the mean of integers is a float64.</content>
public static partial class np
{
    /// <summary>|x| of each element.</summary>
    public static NDArray abs(NDArray x) => NDArray.Made(() => Abs.Apply(x));

    /// <summary>The number of the largest element along an axis, or of all elements in row-major order;
    /// the first where several tie.</summary>
    public static NDArray argmax(NDArray a, int? axis = null) =>
        NDArray.Made(() => axis is { } along ? ArgMax.Apply(a, along) : ArgMax.Apply(Reshape.Apply(a, -1), 0));

    /// <summary>Each element, or the nearest bound where it lies outside the two.</summary>
    public static NDArray clip(NDArray a, double a_min, double a_max) =>
        NDArray.Made(() => Minimum.Apply(Maximum.Apply(a, Constant.Scalar(a_min, a.dtype)), Constant.Scalar(a_max, a.dtype)));

    /// <summary>e to the power of each element.</summary>
    public static NDArray exp(NDArray x) => NDArray.Made(() => Exp.Apply(x));

    /// <summary>The natural logarithm of each element.</summary>
    public static NDArray log(NDArray x) => NDArray.Made(() => Log.Apply(x));

    /// <summary>The largest element along axes, or of all.</summary>
    public static NDArray max(NDArray x, Axis? axis = null) => NDArray.Made(() => ReduceMax.Apply(x, axis?.axes));

    /// <summary>The mean along axes, or of all elements.</summary>
    public static NDArray mean(NDArray x, Axis? axis = null) =>
        NDArray.Made(() => ReduceMean.Apply(x.dtype.IsFloating() ? x : Cast.Apply(x, TF_DataType.TF_DOUBLE), axis?.axes));

    /// <summary>The smallest element along axes, or of all.</summary>
    public static NDArray min(NDArray x, Axis? axis = null) => NDArray.Made(() => ReduceMin.Apply(x, axis?.axes));

    /// <summary>√x of each element.</summary>
    public static NDArray sqrt(NDArray x) => NDArray.Made(() => Sqrt.Apply(x));

    /// <summary>x² of each element.</summary>
    public static NDArray square(NDArray x) => NDArray.Made(() => Square.Apply(x));

    /// <summary>The sum along axes, or of all elements; of bool and uint8 as int64, as NumPy counts.</summary>
    public static NDArray sum(NDArray x1, Axis? axis = null) => NDArray.Made(() =>
        ReduceSum.Apply(x1.dtype is TF_DataType.TF_BOOL or TF_DataType.TF_UINT8 ? Cast.Apply(x1, TF_DataType.TF_INT64) : x1, axis?.axes));
}
