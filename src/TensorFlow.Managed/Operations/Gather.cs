using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>Slices of a tensor by their numbers along an axis.</summary>
internal static class Gather
{
    /// <param name="x">Any tensor.</param>
    /// <param name="indices">int32 or int64 numbers in [0, size of the axis), of any shape.</param>
    /// <param name="axis">The axis that the indices count along; negative numbers count from the last.</param>
    /// <returns>x with the axis replaced by the axes of <paramref name="indices"/>.</returns>
    internal static Tensor Apply(Tensor x, Tensor indices, int axis = 0)
    {
        if (indices.dtype is not (TF_DataType.TF_INT32 or TF_DataType.TF_INT64))
            throw new ArgumentException($"Gather: indices are int32 or int64, not {indices.dtype.Name()}.");
        axis = x.shape.Axis(axis);
        var (numbers, limit) = (Cast.Apply(indices, TF_DataType.TF_INT64), x.shape[axis]);
        var wrong = Tensor.Device.FindOutOfRange(numbers.Storage, numbers.size, limit);
        if (wrong >= 0)
            throw new ArgumentException($"Gather: index {numbers.ToArray<long>()[wrong]} (element {wrong}) is not in [0, {limit}), axis " +
                $"{axis} of the shape {x.shape}.");

        Shape before = x.shape[..axis], after = x.shape[(axis + 1)..];
        var y = Tensor.Empty(before.Concatenate(indices.shape).Concatenate(after), x.dtype);
        Tensor.Device.Gather(x.dtype.Size(), x.Storage, numbers.Storage, y.Storage, before.size, limit, numbers.size, after.size);
        GC.KeepAlive(numbers);
        return Tape.Record("Gather", y, x, dy => ScatterAdd(dy, numbers, indices.shape, x.shape, axis));
    }

    /// <summary>Adds slices of dy to those of zeros of a shape: the gradient of <see cref="Apply"/>,
    /// which is its gradient in turn.</summary>
    private static Tensor ScatterAdd(Tensor dy, Tensor numbers, Shape shapeOfIndices, Shape shape, int axis)
    {
        var dx = Fill.Zeros(shape, dy.dtype);
        Tensor.Device.ScatterAdd(
            dy.dtype, dy.Storage, numbers.Storage, dx.Storage, shape[..axis].size, shape[axis], numbers.size, shape[(axis + 1)..].size);
        GC.KeepAlive(numbers);
        return Tape.Record("ScatterAdd", dx, dy, ddx => Apply(ddx, Reshape.Apply(numbers, shapeOfIndices), axis));
    }
}
