namespace Tensorflow.NumPy;

/// <summary>What an index makes of a shape.</summary>
public static class ShapeHelper
{
    /// <summary>The shape of the part that slices take of an array.</summary>
    /// <param name="shape1">The array's shape.</param>
    /// <param name="slices">For each axis a slice; axes that are not named are whole.</param>
    /// <exception cref="ArgumentException">There is no such position, or there are more slices than axes.</exception>
    public static Shape GetShape(Shape shape1, params Slice[] slices) => new Region(shape1, slices).ResultShape;
}
