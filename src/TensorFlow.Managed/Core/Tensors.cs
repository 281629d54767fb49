using System.Collections;
using Tensorflow.NumPy;

namespace Tensorflow;

/// <summary>One or several tensors that travel together: what a layer takes and gives.
/// One converts to and from <see cref="Tensor"/> by itself.</summary>
public sealed class Tensors : IReadOnlyList<Tensor>
{
    private Tensor[] _items;

    /// <summary>The given tensors, in this order.</summary>
    public Tensors(params Tensor[] tensors) => _items = tensors;

    /// <summary>Puts one more behind the others; makes <c>new Tensors { a, b }</c> possible.</summary>
    public void Add(Tensor tensor) => _items = [.. _items, tensor];

    /// <summary>The first tensor, and the others; null where there are none.</summary>
    public void Deconstruct(out Tensor first, out Tensors? others) =>
        (first, others) = (First, _items.Length > 1 ? new Tensors(_items[1..]) : null);

    /// <summary>How many tensors there are.</summary>
    public int Count => _items.Length;

    /// <summary>How many tensors there are.</summary>
    public int Length => _items.Length;

    /// <summary>The shape of the only or first tensor.</summary>
    public Shape shape => First.shape;

    /// <summary>The element type of the only or first tensor.</summary>
    public TF_DataType dtype => First.dtype;

    /// <summary>True when there is exactly one.</summary>
    public bool IsSingle => _items.Length == 1;

    /// <summary>The only tensor.</summary>
    /// <exception cref="InvalidOperationException">There is not exactly one.</exception>
    public Tensor Single =>
        _items.Length == 1 ? _items[0] : throw new InvalidOperationException($"One tensor was expected here; there are {_items.Length}.");

    private Tensor First => _items.Length > 0 ? _items[0] : throw new InvalidOperationException("There are no tensors here.");

    /// <summary>The tensor at a position, from 0.</summary>
    public Tensor this[int index] => _items[index];

    /// <summary>The only or first tensor's value as an array.</summary>
    public NDArray numpy() => First.numpy();

    /// <summary>The only tensor's elements in row-major order.</summary>
    /// <exception cref="InvalidOperationException">There is not exactly one tensor.</exception>
    public T[] ToArray<T>() where T : unmanaged => Single.ToArray<T>();

    /// <inheritdoc/>
    public IEnumerator<Tensor> GetEnumerator() => ((IEnumerable<Tensor>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => _items.Length == 1 ? _items[0].ToString()! : $"[{string.Join(", ", (object[])_items)}]";

    /// <summary>One tensor.</summary>
    public static implicit operator Tensors(Tensor tensor) => new(tensor);

    /// <summary>Two tensors.</summary>
    public static implicit operator Tensors((Tensor, Tensor) tensors) => new(tensors.Item1, tensors.Item2);

    /// <summary>The array's tensors.</summary>
    public static implicit operator Tensors(Tensor[] tensors) => new(tensors);

    /// <summary>The list's tensors.</summary>
    public static implicit operator Tensors(List<Tensor> tensors) => new([.. tensors]);

    /// <summary>The only tensor.</summary>
    /// <exception cref="InvalidOperationException">There is not exactly one.</exception>
    public static implicit operator Tensor(Tensors tensors) => tensors.Single;

    /// <summary>The tensors as an array.</summary>
    public static implicit operator Tensor[](Tensors tensors) => tensors._items;

    /// <summary>The only tensor's single element.</summary>
    public static explicit operator float(Tensors tensors) => (float)tensors.Single;

    /// <summary>The only tensor's single element.</summary>
    public static explicit operator double(Tensors tensors) => (double)tensors.Single;

    /// <summary>The only tensor's single element.</summary>
    public static explicit operator int(Tensors tensors) => (int)tensors.Single;

    /// <summary>The only tensor's single element.</summary>
    public static explicit operator long(Tensors tensors) => (long)tensors.Single;

    /// <summary>The only tensor's single element.</summary>
    public static explicit operator bool(Tensors tensors) => (bool)tensors.Single;

    /// <summary>The arrays' values.</summary>
    public static implicit operator Tensors(NDArray[] arrays) => new([.. arrays]);
}
