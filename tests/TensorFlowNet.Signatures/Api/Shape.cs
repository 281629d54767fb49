#nullable disable
#pragma warning disable CS0660, CS0661

namespace Tensorflow;

public class Shape
{
    public Shape(params int[] dims) => throw null;

    public Shape(params long[] dims) => throw null;

    public int ndim => throw null;

    public long[] dims => throw null;

    public long size => throw null;

    public long this[int n]
    {
        get => throw null;
        set => throw null;
    }

    public static implicit operator Shape(int dims) => throw null;

    public static implicit operator Shape(long[] dims) => throw null;

    public static implicit operator Shape(int[] dims) => throw null;

    public static implicit operator Shape((int, int) dims) => throw null;

    public static implicit operator Shape((long, long) dims) => throw null;

    public static implicit operator Shape((int, int, int) dims) => throw null;

    public static implicit operator Shape((long, long, long) dims) => throw null;

    public static implicit operator Shape((int, int, int, int) dims) => throw null;

    public static implicit operator Shape((long, long, long, long) dims) => throw null;

    public static implicit operator int[](Shape shape) => throw null;

    public static implicit operator long[](Shape shape) => throw null;

    public static implicit operator Tensor(Shape shape) => throw null;

    public static bool operator ==(Shape a, Shape b) => throw null;

    public static bool operator !=(Shape a, Shape b) => throw null;
}

public class Axis
{
    public static implicit operator Axis(int axis) => throw null;

    public static implicit operator Axis((int, int) axis) => throw null;

    public static implicit operator Axis(int[] axis) => throw null;
}
