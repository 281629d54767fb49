using Tensorflow.Gradients;
using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <content>
/// Equality: <see cref="Equals(object)"/> asks whether all of an array is equal, <c>==</c> asks each element, as NumPy's does. Values are
/// compared, exactly; of two types they are compared in the wider one.
/// </content>
public sealed partial class NDArray
{
    /// <summary>Whether the other is an array of the same shape and elements; a C# array with these elements; or, where there is one
    /// element, the number that it is. NaN is equal to itself here.</summary>
    public override bool Equals(object? obj) => obj switch
    {
        NDArray other => ReferenceEquals(this, other) || (shape == other.shape && HasElementsOf(other)),
        Array other => size == other.LongLength && DataTypes.IsKnown(other.GetType().GetElementType()!) && HasElements(other),
        bool or byte or int or long or float or double => size == 1 && HasElements(obj),
        _ => false,
    };

    /// <summary>Arrays that are equal have the same shape; their elements, which may change, do not count.</summary>
    public override int GetHashCode() => shape.GetHashCode();

    /// <summary>Whether both have the same shape and elements.</summary>
    public bool array_equal(NDArray rhs) => Equals(rhs);

    /// <summary>Which elements of each pair are equal, broadcast; null is equal to null only.</summary>
    public static NDArray operator ==(NDArray? a, NDArray? b) =>
        a is null || b is null ? a is null && b is null : Promoted(Compare.Equal, a, b);

    /// <summary>Which elements of each pair differ, broadcast.</summary>
    public static NDArray operator !=(NDArray? a, NDArray? b) =>
        a is null || b is null ? !(a is null && b is null) : Promoted(Compare.NotEqual, a, b);

    private bool HasElements(object numbers)
    {
        using var other = Made(() => Reshape.Apply(Constant.From(numbers), shape));
        return HasElementsOf(other);
    }

    private bool HasElementsOf(NDArray other)
    {
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        var wide = DataTypes.Widest(dtype, other.dtype);
        // float32 does not hold all whole numbers.
        wide = wide == TF_DataType.TF_FLOAT && dtype != other.dtype ? TF_DataType.TF_DOUBLE : wide;
        Tensor a = Cast.Apply(this, wide), b = Cast.Apply(other, wide);
        var same = Compare.Equal(a, b);
        if (wide.IsFloating())
            same = LogicalOr.Apply(same, LogicalAnd.Apply(Compare.NotEqual(a, a), Compare.NotEqual(b, b)));
        return !Array.Exists(same.ToArray<bool>(), equal => !equal);
    }
}
