using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <content>
/// Arithmetic between a tensor and an array: the array is a tensor like any other, and tapes follow. Without these an array of one element
/// would be taken for a number, and a longer one be refused.
/// </content>
public sealed partial class NDArray
{
    /// <summary>The sum with a tensor.</summary>
    public static Tensor operator +(Tensor a, NDArray b) => Add.Apply(a, b);

    /// <summary>The sum with a tensor.</summary>
    public static Tensor operator +(NDArray a, Tensor b) => Add.Apply(a, b);

    /// <summary>The difference with a tensor.</summary>
    public static Tensor operator -(Tensor a, NDArray b) => Subtract.Apply(a, b);

    /// <summary>The difference with a tensor.</summary>
    public static Tensor operator -(NDArray a, Tensor b) => Subtract.Apply(a, b);

    /// <summary>The product with a tensor.</summary>
    public static Tensor operator *(Tensor a, NDArray b) => Multiply.Apply(a, b);

    /// <summary>The product with a tensor.</summary>
    public static Tensor operator *(NDArray a, Tensor b) => Multiply.Apply(a, b);

    /// <summary>The quotient with a tensor.</summary>
    public static Tensor operator /(Tensor a, NDArray b) => Divide.Apply(a, b);

    /// <summary>The quotient with a tensor.</summary>
    public static Tensor operator /(NDArray a, Tensor b) => Divide.Apply(a, b);

    /// <summary>The remainder with a tensor.</summary>
    public static Tensor operator %(Tensor a, NDArray b) => FloorMod.Apply(a, b);

    /// <summary>The remainder with a tensor.</summary>
    public static Tensor operator %(NDArray a, Tensor b) => FloorMod.Apply(a, b);

    /// <summary>1 where a is greater, as bool.</summary>
    public static Tensor operator >(Tensor a, NDArray b) => Compare.Greater(a, b);

    /// <summary>1 where a is greater, as bool.</summary>
    public static Tensor operator >(NDArray a, Tensor b) => Compare.Greater(a, b);

    /// <summary>1 where a is greater, as bool.</summary>
    public static NDArray operator >(NDArray a, NDArray b) => Promoted(Compare.Greater, a, b);

    /// <summary>1 where a is smaller, as bool.</summary>
    public static Tensor operator <(Tensor a, NDArray b) => Compare.Less(a, b);

    /// <summary>1 where a is smaller, as bool.</summary>
    public static Tensor operator <(NDArray a, Tensor b) => Compare.Less(a, b);

    /// <summary>1 where a is smaller, as bool.</summary>
    public static NDArray operator <(NDArray a, NDArray b) => Promoted(Compare.Less, a, b);

    /// <summary>1 where a is greater or equal, as bool.</summary>
    public static Tensor operator >=(Tensor a, NDArray b) => Compare.GreaterEqual(a, b);

    /// <summary>1 where a is greater or equal, as bool.</summary>
    public static Tensor operator >=(NDArray a, Tensor b) => Compare.GreaterEqual(a, b);

    /// <summary>1 where a is greater or equal, as bool.</summary>
    public static NDArray operator >=(NDArray a, NDArray b) => Promoted(Compare.GreaterEqual, a, b);

    /// <summary>1 where a is smaller or equal, as bool.</summary>
    public static Tensor operator <=(Tensor a, NDArray b) => Compare.LessEqual(a, b);

    /// <summary>1 where a is smaller or equal, as bool.</summary>
    public static Tensor operator <=(NDArray a, Tensor b) => Compare.LessEqual(a, b);

    /// <summary>1 where a is smaller or equal, as bool.</summary>
    public static NDArray operator <=(NDArray a, NDArray b) => Promoted(Compare.LessEqual, a, b);

    /// <summary>The sum with a variable's value.</summary>
    public static Tensor operator +(ResourceVariable a, NDArray b) => Add.Apply(a, b);

    /// <summary>The sum with a variable's value.</summary>
    public static Tensor operator +(NDArray a, ResourceVariable b) => Add.Apply(a, b);

    /// <summary>The difference with a variable's value.</summary>
    public static Tensor operator -(ResourceVariable a, NDArray b) => Subtract.Apply(a, b);

    /// <summary>The difference with a variable's value.</summary>
    public static Tensor operator -(NDArray a, ResourceVariable b) => Subtract.Apply(a, b);

    /// <summary>The product with a variable's value.</summary>
    public static Tensor operator *(ResourceVariable a, NDArray b) => Multiply.Apply(a, b);

    /// <summary>The product with a variable's value.</summary>
    public static Tensor operator *(NDArray a, ResourceVariable b) => Multiply.Apply(a, b);

    /// <summary>The quotient with a variable's value.</summary>
    public static Tensor operator /(ResourceVariable a, NDArray b) => Divide.Apply(a, b);

    /// <summary>The quotient with a variable's value.</summary>
    public static Tensor operator /(NDArray a, ResourceVariable b) => Divide.Apply(a, b);

    /// <summary>Which elements are equal, as bool.</summary>
    public static Tensor operator ==(Tensor a, NDArray b) => Compare.Equal(a, b);

    /// <summary>Which elements are equal, as bool.</summary>
    public static Tensor operator ==(NDArray a, Tensor b) => Compare.Equal(a, b);

    /// <summary>Which elements differ, as bool.</summary>
    public static Tensor operator !=(Tensor a, NDArray b) => Compare.NotEqual(a, b);

    /// <summary>Which elements differ, as bool.</summary>
    public static Tensor operator !=(NDArray a, Tensor b) => Compare.NotEqual(a, b);
}
