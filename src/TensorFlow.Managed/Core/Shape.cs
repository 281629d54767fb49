using System.Collections;

namespace Tensorflow;

/// <summary>The sizes of a tensor's axes, outermost first;
/// -1 stands for a size that is not known yet (Keras' <c>None</c>). Never changes.</summary>
public sealed class Shape : IEquatable<Shape>, IEnumerable<long>
{
    private readonly long[] _dims;

    /// <summary>A shape of the given sizes; none at all is a scalar's.</summary>
    /// <exception cref="ArgumentException">A size is below -1.</exception>
    public Shape(params ReadOnlySpan<long> dims)
    {
        foreach (var dim in dims)
            if (dim < -1)
                throw new ArgumentException($"A shape cannot have a size of {dim} (in ({string.Join(", ", dims.ToArray())})).");
        _dims = dims.ToArray();
    }

    /// <summary>A scalar's shape, <c>()</c>.</summary>
    public static Shape Scalar { get; } = new();

    /// <summary>A copy of the sizes.</summary>
    public long[] dims => (long[])_dims.Clone();

    /// <summary>How many axes there are.</summary>
    public int ndim => _dims.Length;

    /// <summary>The number of elements; -1 when a size is not known.</summary>
    public long size
    {
        get
        {
            long product = 1;
            foreach (var dim in _dims)
            {
                if (dim < 0)
                    return -1;
                product = checked(product * dim);
            }

            return product;
        }
    }

    /// <summary>True when every size is known.</summary>
    public bool IsFullyDefined => Array.IndexOf(_dims, -1) < 0;

    /// <summary>The size of one axis; negative numbers count from the last.</summary>
    /// <exception cref="ArgumentException">There is no such axis.</exception>
    public long this[int axis] => _dims[Axis(axis)];

    /// <summary>The sizes of a run of axes.</summary>
    public Shape this[Range axes] => new(_dims.AsSpan()[axes]);

    internal ReadOnlySpan<long> Span => _dims;

    /// <summary>The axis as a number from 0, where negative ones count from the last.</summary>
    internal int Axis(int axis) =>
        axis >= -ndim && axis < ndim
            ? axis < 0 ? axis + ndim : axis
            : throw new ArgumentException($"There is no axis {axis} in the shape {this}.");

    internal Shape With(int axis, long size)
    {
        var changed = new Shape(_dims);
        changed._dims[Axis(axis)] = size;
        return changed;
    }

    internal Shape Without(int axis)
    {
        axis = Axis(axis);
        return new Shape([.. _dims[..axis], .. _dims[(axis + 1)..]]);
    }

    internal Shape Insert(int axis, long size) => new([.. _dims[..axis], size, .. _dims[axis..]]);

    internal Shape Concatenate(Shape other) => new([.. _dims, .. other._dims]);

    /// <summary>True when both have the same axes and no known sizes differ.</summary>
    public bool is_compatible_with(Shape other)
    {
        if (ndim != other.ndim)
            return false;
        for (var i = 0; i < ndim; i++)
            if (_dims[i] >= 0 && other._dims[i] >= 0 && _dims[i] != other._dims[i])
                return false;
        return true;
    }

    /// <summary>The sizes as an array of int.</summary>
    public int[] as_int_list() => Array.ConvertAll(_dims, dim => checked((int)dim));

    /// <inheritdoc/>
    public bool Equals(Shape? other) => other is not null && _dims.AsSpan().SequenceEqual(other._dims);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Shape);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var dim in _dims)
            hash.Add(dim);
        return hash.ToHashCode();
    }

    /// <summary>The sizes as Python writes them: <c>(None, 28, 28, 1)</c>, <c>(3,)</c>, <c>()</c>.</summary>
    public override string ToString() =>
        _dims.Length == 1
            ? $"({Text(_dims[0])},)"
            : $"({string.Join(", ", _dims.Select(Text))})";

    /// <inheritdoc/>
    public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)_dims).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static string Text(long dim) => dim < 0 ? "None" : dim.ToString();

    /// <summary>Equal axis for axis.</summary>
    public static bool operator ==(Shape? left, Shape? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Not equal axis for axis.</summary>
    public static bool operator !=(Shape? left, Shape? right) => !(left == right);

    /// <summary>A shape of one axis.</summary>
    public static implicit operator Shape(int dim) => new(dim);

    /// <summary>A shape of one axis.</summary>
    public static implicit operator Shape(long dim) => new(dim);

    /// <summary>The array's numbers as sizes.</summary>
    public static implicit operator Shape(int[] dims) => new(Array.ConvertAll(dims, dim => (long)dim));

    /// <summary>The array's numbers as sizes.</summary>
    public static implicit operator Shape(long[] dims) => new(dims);

    /// <summary>A shape of two axes.</summary>
    public static implicit operator Shape((int, int) dims) => new(dims.Item1, dims.Item2);

    /// <summary>A shape of two axes.</summary>
    public static implicit operator Shape((long, long) dims) => new(dims.Item1, dims.Item2);

    /// <summary>A shape of three axes.</summary>
    public static implicit operator Shape((int, int, int) dims) => new(dims.Item1, dims.Item2, dims.Item3);

    /// <summary>A shape of three axes.</summary>
    public static implicit operator Shape((long, long, long) dims) => new(dims.Item1, dims.Item2, dims.Item3);

    /// <summary>A shape of four axes.</summary>
    public static implicit operator Shape((int, int, int, int) dims) => new(dims.Item1, dims.Item2, dims.Item3, dims.Item4);

    /// <summary>A shape of four axes.</summary>
    public static implicit operator Shape((long, long, long, long) dims) => new(dims.Item1, dims.Item2, dims.Item3, dims.Item4);

    /// <summary>A shape of five axes.</summary>
    public static implicit operator Shape((int, int, int, int, int) dims) =>
        new(dims.Item1, dims.Item2, dims.Item3, dims.Item4, dims.Item5);

    /// <summary>A shape of five axes.</summary>
    public static implicit operator Shape((long, long, long, long, long) dims) =>
        new(dims.Item1, dims.Item2, dims.Item3, dims.Item4, dims.Item5);

    /// <summary>The sizes as an array of int.</summary>
    public static explicit operator int[](Shape shape) => shape.as_int_list();

    /// <summary>The sizes as an array.</summary>
    public static implicit operator long[](Shape shape) => shape.dims;
}
