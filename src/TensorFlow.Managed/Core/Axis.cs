namespace Tensorflow;

/// <summary>One axis or several; converts from a number, an array and pairs. Negative numbers count from the last axis.</summary>
public sealed class Axis
{
    /// <summary>The given axes.</summary>
    public Axis(params int[] axes) => this.axes = axes;

    /// <summary>The axes, as they were given.</summary>
    public int[] axes { get; }

    /// <summary>One axis.</summary>
    public static implicit operator Axis(int axis) => new(axis);

    /// <summary>Several axes.</summary>
    public static implicit operator Axis(int[] axes) => new(axes);

    /// <summary>Two axes.</summary>
    public static implicit operator Axis((int, int) axes) => new(axes.Item1, axes.Item2);

    /// <summary>Three axes.</summary>
    public static implicit operator Axis((int, int, int) axes) => new(axes.Item1, axes.Item2, axes.Item3);

    /// <summary>Four axes.</summary>
    public static implicit operator Axis((int, int, int, int) axes) => new(axes.Item1, axes.Item2, axes.Item3, axes.Item4);
}
