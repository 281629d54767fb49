using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <content>Arithmetic between arrays gives arrays, which live on as their operands do.</content>
public sealed partial class NDArray
{
    /// <summary>The sum of each pair of elements, broadcast.</summary>
    public static NDArray operator +(NDArray a, NDArray b) => Made(() => Add.Apply(a, b));

    /// <summary>The sum with a number, which is taken in the array's type.</summary>
    public static NDArray operator +(NDArray a, double b) => Made(() => Add.Apply(a, Constant.Scalar(b, a.dtype)));

    /// <summary>The sum with a number, which is taken in the array's type.</summary>
    public static NDArray operator +(double a, NDArray b) => Made(() => Add.Apply(Constant.Scalar(a, b.dtype), b));

    /// <summary>The difference of each pair of elements, broadcast.</summary>
    public static NDArray operator -(NDArray a, NDArray b) => Made(() => Subtract.Apply(a, b));

    /// <summary>The difference with a number, which is taken in the array's type.</summary>
    public static NDArray operator -(NDArray a, double b) => Made(() => Subtract.Apply(a, Constant.Scalar(b, a.dtype)));

    /// <summary>The difference with a number, which is taken in the array's type.</summary>
    public static NDArray operator -(double a, NDArray b) => Made(() => Subtract.Apply(Constant.Scalar(a, b.dtype), b));

    /// <summary>The product of each pair of elements, broadcast.</summary>
    public static NDArray operator *(NDArray a, NDArray b) => Made(() => Multiply.Apply(a, b));

    /// <summary>The product with a number, which is taken in the array's type.</summary>
    public static NDArray operator *(NDArray a, double b) => Made(() => Multiply.Apply(a, Constant.Scalar(b, a.dtype)));

    /// <summary>The product with a number, which is taken in the array's type.</summary>
    public static NDArray operator *(double a, NDArray b) => Made(() => Multiply.Apply(Constant.Scalar(a, b.dtype), b));

    /// <summary>The quotient of each pair of elements, broadcast.</summary>
    public static NDArray operator /(NDArray a, NDArray b) => Made(() => Divide.Apply(a, b));

    /// <summary>The quotient with a number, which is taken in the array's type.</summary>
    public static NDArray operator /(NDArray a, double b) => Made(() => Divide.Apply(a, Constant.Scalar(b, a.dtype)));

    /// <summary>The quotient with a number, which is taken in the array's type.</summary>
    public static NDArray operator /(double a, NDArray b) => Made(() => Divide.Apply(Constant.Scalar(a, b.dtype), b));

    /// <summary>The remainder with the divisor's sign of each pair of elements, broadcast.</summary>
    public static NDArray operator %(NDArray a, NDArray b) => Made(() => FloorMod.Apply(a, b));

    /// <summary>The remainder with the divisor's sign with a number, which is taken in the array's type.</summary>
    public static NDArray operator %(NDArray a, double b) => Made(() => FloorMod.Apply(a, Constant.Scalar(b, a.dtype)));

    /// <summary>The negative of each element.</summary>
    public static NDArray operator -(NDArray x) => Made(() => Negate.Apply(x));
}
