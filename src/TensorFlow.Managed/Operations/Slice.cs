using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>A part of a tensor: along each axis so many elements from a first one on, every one or every step-th.</summary>
internal static class Slice
{
    /// <param name="x">Any tensor.</param>
    /// <param name="begin">The first element along each axis.</param>
    /// <param name="size">How many elements along each axis; -1 for all that are left, where the step is 1.</param>
    /// <param name="steps">The distance of neighbours along each axis, not 0; null for 1.</param>
    /// <exception cref="ArgumentException">The part does not lie inside x; the message gives both.</exception>
    internal static Tensor Apply(Tensor x, long[] begin, long[] size, long[]? steps = null)
    {
        var rank = x.ndim;
        if (begin.Length != rank || size.Length != rank)
            throw new ArgumentException(
                $"Slice: begin and size need one number for each axis of the shape {x.shape}; they have {begin.Length} and {size.Length}.");

        var (sizes, stepsOfX, dense) = (new long[rank], new long[rank], StridedCopy.DenseSteps(x.shape.Span));
        long offset = 0;
        for (var axis = 0; axis < rank; axis++)
        {
            var step = steps?[axis] ?? 1;
            var count = size[axis] == -1 && step == 1 ? x.shape[axis] - begin[axis] : size[axis];
            var last = begin[axis] + (count - 1) * step;
            if (begin[axis] < 0 || begin[axis] > x.shape[axis] || count < 0 || (count > 0 && (last < 0 || last >= x.shape[axis])))
                throw new ArgumentException(
                    $"Slice: from [{string.Join(", ", begin)}] a part of size [{string.Join(", ", size)}] does not lie inside the shape " +
                    $"{x.shape}.");
            (sizes[axis], stepsOfX[axis]) = (count, step * dense[axis]);
            offset += begin[axis] * dense[axis];
        }

        var y = Tensor.Empty(new Shape(sizes), x.dtype);
        Tensor.Device
            .CopyStrided(x.dtype.Size(), x.Storage, y.Storage, new StridedCopy(sizes, stepsOfX, StridedCopy.DenseSteps(sizes), offset));
        return Tape.Record("Slice", y, x, dy => Place.Apply(dy, x.shape, begin, steps), (begin, steps));
    }
}
