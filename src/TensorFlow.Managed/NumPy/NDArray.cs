using System.Collections;
using Tensorflow.Operations;

namespace Tensorflow.NumPy;

/// <summary>A tensor's value as an array that belongs to the program: it lives until nobody holds it, whatever scopes close.</summary>
public sealed class NDArray : Tensor, IEnumerable<NDArray>
{
    internal NDArray(Storage storage, Shape shape, TF_DataType dtype)
        : base(storage, shape, dtype)
    {
    }

    /// <summary>The same elements under another shape; one size may be -1.</summary>
    public NDArray reshape(Shape shape)
    {
        using var scope = TensorScope.Begin();
        return Reshape.Apply(this, shape).numpy();
    }

    /// <summary>The elements converted to another type.</summary>
    public NDArray astype(TF_DataType dtype)
    {
        using var scope = TensorScope.Begin();
        return Cast.Apply(this, dtype).numpy();
    }

    /// <summary>The sub-arrays along the first axis.</summary>
    public IEnumerator<NDArray> GetEnumerator() => throw new NotSupportedException();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
