using System.Runtime.InteropServices;
using Tensorflow.NumPy;
using Tensorflow.Operations;

namespace Tensorflow;

public partial class Tensor
{
    /// <summary>The elements in row-major order, copied to an array.</summary>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is not this tensor's element type.</exception>
    public T[] ToArray<T>() where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(checked((int)size));
        CopyTo<T>(values);
        return values;
    }

    /// <summary>Copies the elements in row-major order to memory that is there already.</summary>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is not this tensor's element type,
    /// or there is another number of elements.</exception>
    public void CopyTo<T>(Span<T> values) where T : unmanaged
    {
        if (DataTypes.Of<T>() != dtype)
            throw new ArgumentException($"This tensor holds {dtype.Name()}, not {DataTypes.Of<T>().Name()}; cast it with tf.cast first.");
        if (values.Length != size)
            throw new ArgumentException($"This tensor has {size} elements; there is room for {values.Length}.");
        Device.OwnerOf(Storage).CopyToHost(Storage, 0, MemoryMarshal.AsBytes(values));
        GC.KeepAlive(this);
    }

    /// <summary>This value as an array that lives on after the batch or scope it was made in.</summary>
    public NDArray numpy()
    {
        // An array may live long: it should not hold what its elements are made from.
        Storage.Settle();
        return new(Storage.AddReference(), shape, dtype);
    }

    /// <summary>A tensor of the given elements.</summary>
    /// <exception cref="ArgumentException">The shape's size is not the number of elements.</exception>
    internal static Tensor From<T>(ReadOnlySpan<T> values, Shape shape) where T : unmanaged
    {
        if (shape.size != values.Length)
            throw new ArgumentException($"{values.Length} values do not fill the shape {shape}, which has room for {shape.size}.");
        var tensor = Empty(shape, DataTypes.Of<T>());
        Device.CopyFromHost(MemoryMarshal.AsBytes(values), tensor.Storage, 0);
        return tensor;
    }

    /// <summary>The single element as a number.</summary>
    /// <exception cref="InvalidCastException">There is not exactly one element.</exception>
    internal double Item()
    {
        if (size != 1)
            throw new InvalidCastException($"Only a tensor of one element is a number; this one has the shape {shape}.");
        return dtype switch
        {
            TF_DataType.TF_FLOAT => ToArray<float>()[0],
            TF_DataType.TF_DOUBLE => ToArray<double>()[0],
            TF_DataType.TF_INT32 => ToArray<int>()[0],
            TF_DataType.TF_INT64 => ToArray<long>()[0],
            TF_DataType.TF_UINT8 => ToArray<byte>()[0],
            _ => ToArray<bool>()[0] ? 1 : 0,
        };
    }

    /// <summary>The single element of a float32 tensor (any float or integer type is converted).</summary>
    public static explicit operator float(Tensor tensor) => (float)tensor.Item();

    /// <summary>The single element as a double.</summary>
    public static explicit operator double(Tensor tensor) => tensor.Item();

    /// <summary>The single element as an int; fractions are cut off.</summary>
    public static explicit operator int(Tensor tensor) => (int)tensor.Item();

    /// <summary>The single element as a long; fractions are cut off.</summary>
    public static explicit operator long(Tensor tensor) =>
        tensor is { dtype: TF_DataType.TF_INT64, size: 1 } ? tensor.ToArray<long>()[0] : (long)tensor.Item();

    /// <summary>True when the single element is not zero.</summary>
    public static explicit operator bool(Tensor tensor) => tensor.Item() != 0;

    /// <summary>A float32 scalar.</summary>
    public static implicit operator Tensor(float value) => From([value], Shape.Scalar);

    /// <summary>A float64 scalar.</summary>
    public static implicit operator Tensor(double value) => From([value], Shape.Scalar);

    /// <summary>An int32 scalar.</summary>
    public static implicit operator Tensor(int value) => From([value], Shape.Scalar);

    /// <summary>An int64 scalar.</summary>
    public static implicit operator Tensor(long value) => From([value], Shape.Scalar);

    /// <summary>A bool scalar.</summary>
    public static implicit operator Tensor(bool value) => From([value], Shape.Scalar);

    /// <summary>A float32 vector.</summary>
    public static implicit operator Tensor(float[] values) => From<float>(values, values.Length);

    /// <summary>An int32 vector.</summary>
    public static implicit operator Tensor(int[] values) => From<int>(values, values.Length);
}
