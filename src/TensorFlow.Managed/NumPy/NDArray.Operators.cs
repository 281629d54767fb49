using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <content>
/// Arithmetic between arrays gives arrays, which live on as their operands do. Types are joined as NumPy joins them: a number beside an
/// array takes the array's type unless that would cut off its fraction, of two arrays the wider type wins.
/// </content>
public sealed partial class NDArray
{
    /// <summary>The sum of each pair of elements, broadcast.</summary>
    public static NDArray operator +(NDArray a, NDArray b) => Promoted(Add.Apply, a, b);

    /// <summary>The difference of each pair of elements, broadcast.</summary>
    public static NDArray operator -(NDArray a, NDArray b) => Promoted(Subtract.Apply, a, b);

    /// <summary>The product of each pair of elements, broadcast.</summary>
    public static NDArray operator *(NDArray a, NDArray b) => Promoted(Multiply.Apply, a, b);

    /// <summary>The remainder with the divisor's sign of each pair of elements, broadcast.</summary>
    public static NDArray operator %(NDArray a, NDArray b) => Promoted(FloorMod.Apply, a, b);

    /// <summary>The quotient of each pair of elements, broadcast; of integers a float64, as in NumPy.</summary>
    public static NDArray operator /(NDArray a, NDArray b) => Promoted(
        (x, y) => x.dtype.IsFloating()
        ? Divide.Apply(x, y) : Divide.Apply(Cast.Apply(x, TF_DataType.TF_DOUBLE), Cast.Apply(y, TF_DataType.TF_DOUBLE)),
        a,
        b);

    /// <summary>The negative of each element.</summary>
    public static NDArray operator -(NDArray x) => Made(() => Negate.Apply(x));

    internal static NDArray Promoted(Func<Tensor, Tensor, Tensor> operation, NDArray a, NDArray b) => Made(() =>
    {
        var dtype = a.ndim == 0 && Fits(a, b) ? b.dtype : b.ndim == 0 && Fits(b, a) ? a.dtype : DataTypes.Widest(a.dtype, b.dtype);
        return operation(Cast.Apply(a, dtype), Cast.Apply(b, dtype));
    });

    /// <summary>Whether a number's kind is that of an array or a narrower one.</summary>
    private static bool Fits(NDArray number, NDArray array) => Kind(number.dtype) <= Kind(array.dtype);

    private static int Kind(TF_DataType dtype) => dtype.IsFloating() ? 2 : dtype == TF_DataType.TF_BOOL ? 0 : 1;
}
