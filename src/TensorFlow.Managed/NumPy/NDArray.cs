using System.Collections;
using System.Runtime.InteropServices;
using Tensorflow.Gradients;
using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <summary>
/// A tensor's value as an array that belongs to the program: it lives until nobody holds it, whatever scopes close. What is computed from
/// arrays alone is an array again, and no tape follows it.
/// </summary>
public sealed partial class NDArray : Tensor, IEnumerable<NDArray>
{
    internal NDArray(Storage storage, Shape shape, TF_DataType dtype)
        : base(storage, shape, dtype)
    {
    }

    /// <summary>An array of C#'s numbers, <c>float[,]</c> for two axes.</summary>
    /// <param name="value">The numbers; arrays of arrays are rows.</param>
    /// <param name="shape">The shape; that of the array if it is null.</param>
    /// <exception cref="ArgumentException">The value is not made of numbers, or does not fill the shape.</exception>
    public NDArray(Array value, Shape? shape = null)
        : this(Content(() => shape is null ? Constant.From(value) : Reshape.Apply(Constant.From(value), shape)))
    {
    }

    /// <summary>A tensor's value.</summary>
    public NDArray(Tensor value)
        : this(Content(() => value))
    {
    }

    /// <summary>A bool scalar.</summary>
    public NDArray(bool value)
        : this(Content(() => Constant.From(value)))
    {
    }

    /// <summary>A uint8 scalar.</summary>
    public NDArray(byte value)
        : this(Content(() => Constant.From(value)))
    {
    }

    /// <summary>An int32 scalar.</summary>
    public NDArray(int value)
        : this(Content(() => Constant.From(value)))
    {
    }

    /// <summary>An int64 scalar.</summary>
    public NDArray(long value)
        : this(Content(() => Constant.From(value)))
    {
    }

    /// <summary>A float32 scalar.</summary>
    public NDArray(float value)
        : this(Content(() => Constant.From(value)))
    {
    }

    /// <summary>A float64 scalar.</summary>
    public NDArray(double value)
        : this(Content(() => Constant.From(value)))
    {
    }

    private NDArray((Storage Storage, Shape Shape, TF_DataType DType) content)
        : base(content.Storage, content.Shape, content.DType)
    {
    }

    /// <summary>The same elements under another shape; one size may be -1.</summary>
    public NDArray reshape(Shape shape) => Made(() => Reshape.Apply(this, shape));

    /// <summary>The elements converted to another type.</summary>
    public NDArray astype(TF_DataType dtype) => Made(() => Cast.Apply(this, dtype));

    /// <summary>The elements as a C# array of the same shape, <c>float[,]</c> for two axes.</summary>
    /// <exception cref="ArgumentException"><typeparamref name="T"/> is not this array's element type.</exception>
    public Array ToMultiDimArray<T>() where T : unmanaged
    {
        var values = ToArray<T>();
        var array = Array.CreateInstance(typeof(T), dims);
        var bytes = MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(array), checked((int)ByteLength));
        MemoryMarshal.AsBytes(values.AsSpan()).CopyTo(bytes);
        return array;
    }

    /// <summary>The sub-arrays along the first axis.</summary>
    /// <exception cref="InvalidOperationException">A scalar has none.</exception>
    public IEnumerator<NDArray> GetEnumerator()
    {
        if (ndim == 0)
            throw new InvalidOperationException("A scalar has no elements to go through.");
        for (var i = 0; i < shape[0]; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The elements as NumPy prints them; of more than 1000 the first and last three along each axis.</summary>
    public override string ToString() => HasValue ? ValueText() : base.ToString();

    /// <summary>The result of operations as an array, which outlives the scope that it is made in and is on no tape.</summary>
    internal static NDArray Made(Func<Tensor> operations)
    {
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        return operations().numpy();
    }

    /// <summary>What operations give, for a new array to hold.</summary>
    private static (Storage, Shape, TF_DataType) Content(Func<Tensor> operations)
    {
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        var tensor = operations();
        tensor.Storage.Settle();
        return (tensor.Storage.AddReference(), tensor.shape, tensor.dtype);
    }
}
