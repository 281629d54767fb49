using System.Runtime.InteropServices;

namespace Tensorflow.Operations;

/// <summary>Tensors from numbers.</summary>
internal static class Constant
{
    /// <summary>A scalar of the given type.</summary>
    internal static Tensor Scalar(double value, TF_DataType dtype)
    {
        if (Tensor.Device.KeptScalar(dtype, value) is not { } kept)
            return Fill.Apply(Shape.Scalar, value, dtype);
        var scalar = new Tensor(kept.AddReference(), Shape.Scalar, dtype);
        TensorScope.Register(scalar);
        return scalar;
    }

    /// <summary>A tensor of what C# calls numbers: one, an array of any rank, a shape,
    /// tensors (which are stacked), a variable, a tensor itself.</summary>
    /// <param name="value">The numbers.</param>
    /// <param name="dtype">The type they are converted to; <see cref="TF_DataType.DtInvalid"/> for their own.</param>
    /// <exception cref="ArgumentException">The value is none of these.</exception>
    internal static Tensor From(object value, TF_DataType dtype = TF_DataType.DtInvalid)
    {
        var tensor = value switch
        {
            Tensor itself => itself,
            Tensors several => several.Single,
            IVariableV1 variable => variable.AsTensor(),
            Tensor[] several => Stack.Apply(several),
            Shape shape => Tensor.From<long>(shape.dims, shape.ndim),
            Array { Rank: 1 } rows when rows.GetType().GetElementType()!.IsArray => FromRows(rows),
            Array array => FromArray(array),
            float number => number,
            double number => number,
            int number => number,
            long number => number,
            byte number => Tensor.From([number], Shape.Scalar),
            bool truth => truth,
            _ => throw new ArgumentException(
                $"A tensor is made of numbers, truth values or arrays of them (float, double, int, long, byte, bool), not of " +
                $"{value?.GetType().Name ?? "null"}."),
        };
        return dtype == TF_DataType.DtInvalid ? tensor : Cast.Apply(tensor, dtype);
    }

    /// <summary>Both as tensors of one type: a number beside a tensor takes the tensor's type.</summary>
    internal static (Tensor A, Tensor B) Pair<TA, TB>(TA a, TB b)
    {
        if (a is Tensor or Tensors or IVariableV1)
        {
            var left = From(a);
            return (left, b is Tensor or Tensors or IVariableV1 ? From(b) : Beside(b!, left.dtype));
        }

        var right = From(b!);
        return (b is Tensor or Tensors or IVariableV1 ? Beside(a!, right.dtype) : From(a!), right);
    }

    /// <summary>Numbers in the type of the tensor beside them; a single one is written to a card once.</summary>
    private static Tensor Beside(object value, TF_DataType dtype) => value switch
    {
        float number when dtype.IsFloating() => Scalar(number, dtype),
        double number when dtype.IsFloating() => Scalar(number, dtype),
        int number when dtype.IsFloating() => Scalar(number, dtype),
        _ => From(value, dtype),
    };

    /// <summary>C#'s arrays of arrays, all of one length.</summary>
    private static Tensor FromRows(Array rows) => rows.Length == 0
        ? throw new ArgumentException("A tensor cannot be made of no rows: their length is not known.")
        : Stack.Apply([.. rows.Cast<object>().Select(row => From(row))]);

    private static Tensor FromArray(Array array)
    {
        var dtype = DataTypes.Of(array.GetType().GetElementType()!);
        var sizes = new long[array.Rank];
        for (var axis = 0; axis < sizes.Length; axis++)
            sizes[axis] = array.GetLongLength(axis);
        var tensor = Tensor.Empty(new Shape(sizes), dtype);
        // C#'s arrays are row-major and dense, as tensors are.
        var bytes = MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), checked((int)tensor.ByteLength));
        Tensor.Device.CopyFromHost(bytes, tensor.Storage, 0);
        return tensor;
    }
}
