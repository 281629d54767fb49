namespace Tensorflow.Keras.Saving;

/// <summary>The shape of what a layer takes or gives: one shape, or several for a layer of several tensors.</summary>
public sealed class KerasShapesWrapper
{
    /// <summary>One shape.</summary>
    public KerasShapesWrapper(Shape shape) => Shapes = [shape];

    /// <summary>Several shapes.</summary>
    public KerasShapesWrapper(params Shape[] shapes) => Shapes = shapes;

    /// <summary>The shapes in the tensors' order.</summary>
    public Shape[] Shapes { get; }

    /// <summary>The only shape.</summary>
    /// <exception cref="InvalidOperationException">There is not exactly one.</exception>
    public Shape ToSingleShape() => Shapes.Length == 1
        ? Shapes[0]
        : throw new InvalidOperationException($"One shape was expected here; there are {Shapes.Length}: {this}.");

    /// <inheritdoc/>
    public override string ToString() => Shapes.Length == 1 ? Shapes[0].ToString() : $"[{string.Join(", ", (object[])Shapes)}]";

    /// <summary>One shape.</summary>
    public static implicit operator KerasShapesWrapper(Shape shape) => new(shape);

    /// <summary>Several shapes.</summary>
    public static implicit operator KerasShapesWrapper(Shape[] shapes) => new(shapes);
}
