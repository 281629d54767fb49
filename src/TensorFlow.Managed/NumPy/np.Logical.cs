using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <content>Questions about whole arrays.</content>
public static partial class np
{
    /// <summary>Whether elements of each pair are as near as |a - b| &lt;= atol + rtol |b|, broadcast.</summary>
    /// <param name="array1">a.</param>
    /// <param name="array2">b.</param>
    /// <param name="rtol">How far they may be apart, of b's magnitude.</param>
    /// <param name="atol">How far they may be apart.</param>
    /// <param name="equal_nan">Whether NaN is near NaN.</param>
    public static bool allclose(NDArray array1, NDArray array2, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
    {
        using var near = NDArray.Promoted(
            (x, y) =>
            {
                Tensor a = Cast.Apply(x, TF_DataType.TF_DOUBLE), b = Cast.Apply(y, TF_DataType.TF_DOUBLE);
                // Equal ones first: infinite numbers have no difference.
                var result = LogicalOr.Apply(Compare.Equal(a, b), Abs.Apply(a - b) <= Abs.Apply(b) * rtol + atol);
                return equal_nan
                    ? LogicalOr.Apply(result, LogicalAnd.Apply(Compare.NotEqual(a, a), Compare.NotEqual(b, b))) : result;
            },
            array1,
            array2);
        return all(near);
    }

    /// <summary>Whether no element is 0.</summary>
    public static bool all(NDArray a)
    {
        using var truth = a.astype(TF_DataType.TF_BOOL);
        return !Array.Exists(truth.ToArray<bool>(), value => !value);
    }

    /// <summary>Whether some element is not 0.</summary>
    public static bool any(NDArray a)
    {
        using var truth = a.astype(TF_DataType.TF_BOOL);
        return Array.Exists(truth.ToArray<bool>(), value => value);
    }

    /// <summary>Whether both have the same shape and elements.</summary>
    public static bool array_equal(NDArray a, NDArray b) => a.Equals(b);
}
