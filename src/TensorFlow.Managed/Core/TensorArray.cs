using Tensorflow.Operations;

namespace Tensorflow;

/// <summary>A list of tensors of one type, <c>tf.TensorArray</c>.</summary>
public sealed class TensorArray
{
    private readonly TF_DataType _dtype;
    private readonly bool _isDynamic;
    private readonly bool _clearsAfterRead;
    private readonly List<Tensor?> _tensors;

    internal TensorArray(TF_DataType dtype, int size, bool isDynamic, bool clearsAfterRead) =>
        (_dtype, _isDynamic, _clearsAfterRead, _tensors) = (dtype, isDynamic, clearsAfterRead, [.. new Tensor?[size]]);

    /// <summary>How many places there are.</summary>
    public int size() => _tensors.Count;

    /// <summary>Puts a tensor in a place; one of another type is converted.</summary>
    /// <returns>This list.</returns>
    /// <exception cref="ArgumentException">There is no such place, and the list does not grow.</exception>
    public TensorArray write(int index, Tensor value)
    {
        if (index < 0 || (index >= _tensors.Count && !_isDynamic))
            throw new ArgumentException($"TensorArray: there is no place {index}; there are {_tensors.Count}, and dynamic_size is false.");
        while (_tensors.Count <= index)
            _tensors.Add(null);
        _tensors[index] = Cast.Apply(value, _dtype);
        return this;
    }

    /// <summary>The tensor in a place; unless the list was told otherwise, the place is empty then.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Tensor read(int index)
    {
        var tensor = index >= 0 && index < _tensors.Count ? _tensors[index] : null;
        if (_clearsAfterRead && tensor is not null)
            _tensors[index] = null;
        return tensor ?? throw new ArgumentException($"TensorArray: there is nothing in place {index}.");
    }

    /// <summary>All tensors along a new first axis.</summary>
    /// <exception cref="ArgumentException">A place is empty, or the shapes differ.</exception>
    public Tensor stack() => Stack.Apply([.. Enumerable.Range(0, _tensors.Count).Select(read)]);

    /// <summary>Puts the slices of a tensor along its first axis into the places.</summary>
    /// <returns>This list.</returns>
    public TensorArray unstack(Tensor value)
    {
        var slices = Unstack.Apply(value, 0);
        for (var i = 0; i < slices.Length; i++)
            write(i, slices[i]);
        return this;
    }
}
