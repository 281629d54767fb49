using Tensorflow.Operations;

namespace Tensorflow;

/// <content>Arithmetic. A number is taken in the tensor's own type;
/// two tensors must have one type and shapes that broadcast, as NumPy's do.</content>
public partial class Tensor
{
    /// <summary>The sum, element by element.</summary>
    public static Tensor operator +(Tensor a, Tensor b) => Add.Apply(a, b);

    /// <summary>The sum with a number.</summary>
    public static Tensor operator +(Tensor a, double b) => Add.Apply(a, Constant.Scalar(b, a.dtype));

    /// <summary>The sum with a number.</summary>
    public static Tensor operator +(double a, Tensor b) => Add.Apply(Constant.Scalar(a, b.dtype), b);

    /// <summary>The difference, element by element.</summary>
    public static Tensor operator -(Tensor a, Tensor b) => Subtract.Apply(a, b);

    /// <summary>The difference with a number.</summary>
    public static Tensor operator -(Tensor a, double b) => Subtract.Apply(a, Constant.Scalar(b, a.dtype));

    /// <summary>The difference with a number.</summary>
    public static Tensor operator -(double a, Tensor b) => Subtract.Apply(Constant.Scalar(a, b.dtype), b);

    /// <summary>The product, element by element.</summary>
    public static Tensor operator *(Tensor a, Tensor b) => Multiply.Apply(a, b);

    /// <summary>The product with a number.</summary>
    public static Tensor operator *(Tensor a, double b) => Multiply.Apply(a, Constant.Scalar(b, a.dtype));

    /// <summary>The product with a number.</summary>
    public static Tensor operator *(double a, Tensor b) => Multiply.Apply(Constant.Scalar(a, b.dtype), b);

    /// <summary>The quotient, element by element.</summary>
    public static Tensor operator /(Tensor a, Tensor b) => Divide.Apply(a, b);

    /// <summary>The quotient with a number.</summary>
    public static Tensor operator /(Tensor a, double b) => Divide.Apply(a, Constant.Scalar(b, a.dtype));

    /// <summary>The quotient with a number.</summary>
    public static Tensor operator /(double a, Tensor b) => Divide.Apply(Constant.Scalar(a, b.dtype), b);

    /// <summary>The remainder with the divisor's sign, as Python's.</summary>
    public static Tensor operator %(Tensor a, Tensor b) => FloorMod.Apply(a, b);

    /// <summary>The remainder by a number, with the divisor's sign, as Python's.</summary>
    public static Tensor operator %(Tensor a, double b) => FloorMod.Apply(a, Constant.Scalar(b, a.dtype));

    /// <summary>The negative of each element.</summary>
    public static Tensor operator -(Tensor x) => Negate.Apply(x);

    /// <summary>1 where a is greater, as bool.</summary>
    public static Tensor operator >(Tensor a, Tensor b) => Compare.Greater(a, b);

    /// <summary>1 where a is greater, as bool.</summary>
    public static Tensor operator >(Tensor a, double b) => Compare.Greater(a, Constant.Scalar(b, a.dtype));

    /// <summary>1 where a is smaller, as bool.</summary>
    public static Tensor operator <(Tensor a, Tensor b) => Compare.Less(a, b);

    /// <summary>1 where a is smaller, as bool.</summary>
    public static Tensor operator <(Tensor a, double b) => Compare.Less(a, Constant.Scalar(b, a.dtype));

    /// <summary>1 where a is greater or equal, as bool.</summary>
    public static Tensor operator >=(Tensor a, Tensor b) => Compare.GreaterEqual(a, b);

    /// <summary>1 where a is greater or equal, as bool.</summary>
    public static Tensor operator >=(Tensor a, double b) => Compare.GreaterEqual(a, Constant.Scalar(b, a.dtype));

    /// <summary>1 where a is smaller or equal, as bool.</summary>
    public static Tensor operator <=(Tensor a, Tensor b) => Compare.LessEqual(a, b);

    /// <summary>1 where a is smaller or equal, as bool.</summary>
    public static Tensor operator <=(Tensor a, double b) => Compare.LessEqual(a, Constant.Scalar(b, a.dtype));

    /// <summary>1 where an element is the number, as bool. Two tensors are compared with <c>tf.equal</c>; <c>==</c> asks whether they are
    /// one.</summary>
    public static Tensor operator ==(Tensor a, double b) => Compare.Equal(a, Constant.Scalar(b, a.dtype));

    /// <summary>1 where an element is not the number, as bool.</summary>
    public static Tensor operator !=(Tensor a, double b) => Compare.NotEqual(a, Constant.Scalar(b, a.dtype));

    /// <summary>Whether the other is this very tensor.</summary>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}
