using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>Tensors one after another along an axis.</summary>
internal static class Concat
{
    /// <param name="values">One tensor or more, of one type, whose shapes differ in the axis only.</param>
    /// <param name="axis">The axis; negative numbers count from the last.</param>
    internal static Tensor Apply(Tensor[] values, int axis)
    {
        if (values.Length == 0)
            throw new ArgumentException("Concat: there are no tensors to concatenate.");
        var first = values[0];
        if (first.ndim == 0)
            throw new ArgumentException("Concat: scalars have no axis to be concatenated along; use stack.");
        axis = first.shape.Axis(axis);
        long total = 0;
        foreach (var value in values)
        {
            if (value.dtype != first.dtype)
                throw new ArgumentException(
                    $"Concat: the tensors need one type, but there are {first.dtype.Name()} and {value.dtype.Name()}.");
            if (value.ndim != first.ndim || value.shape.With(axis, 0) != first.shape.With(axis, 0))
                throw new ArgumentException($"Concat: the shapes {first.shape} and {value.shape} differ in more than axis {axis}.");
            total += value.shape[axis];
        }

        var y = Tensor.Empty(first.shape.With(axis, total), first.dtype);
        var stepsOfY = StridedCopy.DenseSteps(y.shape.Span);
        long start = 0;
        foreach (var value in values)
        {
            var plan = new StridedCopy(value.shape.Span, StridedCopy.DenseSteps(value.shape.Span), stepsOfY, 0, start * stepsOfY[axis]);
            Tensor.Device.CopyStrided(value.dtype.Size(), value.Storage, y.Storage, plan);
            start += value.shape[axis];
        }

        return Tape.Record("Concat", y, values, (dy, needed) => Gradient(dy, needed, values, axis), axis);
    }

    private static Tensor?[] Gradient(Tensor dy, ReadOnlySpan<bool> needed, Tensor[] values, int axis)
    {
        var gradients = new Tensor?[values.Length];
        var begin = new long[dy.ndim];
        for (var i = 0; i < values.Length; i++)
        {
            // The slice's own gradient keeps the array, so each needs its own.
            if (needed[i])
                gradients[i] = Slice.Apply(dy, [.. begin], values[i].dims);
            begin[axis] += values[i].shape[axis];
        }

        return gradients;
    }
}
