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

    /// <summary>The number of the smallest element along an axis, or of all elements in row-major order;
    /// the first where several tie.</summary>
    public static NDArray argmin(NDArray a, int? axis = null)
    {
        // Whole numbers have no smallest negative's positive: they are compared as they are, from the other end of their order.
        using var opposite = NDArray.Made(() => a.dtype.IsFloating() ? Negate.Apply(a) : Constant.Scalar(-1, a.dtype) - a);
        return argmax(opposite, axis);
    }

    /// <summary>Each element, or the nearest bound where it lies outside the two.</summary>
    public static NDArray clip(NDArray a, double a_min, double a_max) =>
        NDArray.Made(() => Minimum.Apply(Maximum.Apply(a, Constant.Scalar(a_min, a.dtype)), Constant.Scalar(a_max, a.dtype)));

    /// <summary>cos x of each element, in radians.</summary>
    public static NDArray cos(NDArray x) => NDArray.Made(() => Cos.Apply(x));

    /// <summary>The product of matrices, of vectors, or of a matrix and a vector; of more axes the sum of products over the last axis of a
    /// and the last but one of b.</summary>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static NDArray dot(NDArray x1, NDArray x2) => NDArray.Made(() => x1.ndim == 0 || x2.ndim == 0
        ? Multiply.Apply(x1, x2)
        : TensorDot.Apply(x1, x2, [x1.ndim - 1], [Math.Max(0, x2.ndim - 2)]));

    /// <summary>e to the power of each element.</summary>
    public static NDArray exp(NDArray x) => NDArray.Made(() => Exp.Apply(x));

    /// <summary>The natural logarithm of each element.</summary>
    public static NDArray log(NDArray x) => NDArray.Made(() => Log.Apply(x));

    /// <summary>The largest element along axes, or of all.</summary>
    public static NDArray max(NDArray x, Axis? axis = null) => NDArray.Made(() => ReduceMax.Apply(x, axis?.axes));

    /// <summary>The larger of each pair of elements, broadcast.</summary>
    public static NDArray maximum(NDArray x1, NDArray x2) => NDArray.Promoted(Maximum.Apply, x1, x2);

    /// <summary>The mean along axes, or of all elements.</summary>
    public static NDArray mean(NDArray x, Axis? axis = null) =>
        NDArray.Made(() => ReduceMean.Apply(x.dtype.IsFloating() ? x : Cast.Apply(x, TF_DataType.TF_DOUBLE), axis?.axes));

    /// <summary>The smallest element along axes, or of all.</summary>
    public static NDArray min(NDArray x, Axis? axis = null) => NDArray.Made(() => ReduceMin.Apply(x, axis?.axes));

    /// <summary>The smaller of each pair of elements, broadcast.</summary>
    public static NDArray minimum(NDArray x1, NDArray x2) => NDArray.Promoted(Minimum.Apply, x1, x2);

    /// <summary>The product of each pair of elements, broadcast.</summary>
    public static NDArray multiply(NDArray x1, NDArray x2) => x1 * x2;

    /// <summary>x to the power of y, broadcast.</summary>
    public static NDArray power(NDArray x, NDArray y) => NDArray.Promoted(Pow.Apply, x, y);

    /// <summary>The product of numbers.</summary>
    public static NDArray prod<T>(params T[] array) where T : unmanaged => NDArray.Made(() => ReduceProd.Apply(Constant.From(array)));

    /// <summary>The product along axes, or of all elements.</summary>
    public static NDArray prod(NDArray array, Axis? axis = null, bool keepdims = false) =>
        NDArray.Made(() => ReduceProd.Apply(array, axis?.axes, keepdims));

    /// <summary>sin x of each element, in radians.</summary>
    public static NDArray sin(NDArray x) => NDArray.Made(() => Sin.Apply(x));

    /// <summary>√x of each element.</summary>
    public static NDArray sqrt(NDArray x) => NDArray.Made(() => Sqrt.Apply(x));

    /// <summary>x² of each element.</summary>
    public static NDArray square(NDArray x) => NDArray.Made(() => Square.Apply(x));

    /// <summary>The sum along axes, or of all elements; of bool and uint8 as int64, as NumPy counts.</summary>
    public static NDArray sum(NDArray x1, Axis? axis = null) => NDArray.Made(() =>
        ReduceSum.Apply(x1.dtype is TF_DataType.TF_BOOL or TF_DataType.TF_UINT8 ? Cast.Apply(x1, TF_DataType.TF_INT64) : x1, axis?.axes));
}
