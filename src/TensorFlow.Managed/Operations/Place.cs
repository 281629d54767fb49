using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The reverse of <see cref="Slice"/>: a tensor of one value with x's elements set where the slice would take them.</summary>
internal static class Place
{
    /// <param name="x">What is set.</param>
    /// <param name="shape">The shape of the result; the caller has checked that x lies inside.</param>
    /// <param name="begin">The place of x's first element along each axis.</param>
    /// <param name="steps">The distance of neighbours along each axis; null for 1.</param>
    /// <param name="value">What the rest is set to.</param>
    internal static Tensor Apply(Tensor x, Shape shape, long[] begin, long[]? steps = null, double value = 0)
    {
        var y = Fill.Apply(shape, value, x.dtype);
        var stepsOfY = StridedCopy.DenseSteps(shape.Span);
        long offset = 0;
        for (var axis = 0; axis < stepsOfY.Length; axis++)
        {
            offset += begin[axis] * stepsOfY[axis];
            stepsOfY[axis] *= steps?[axis] ?? 1;
        }

        Tensor.Device.CopyStrided(
            x.dtype.Size(), x.Storage, y.Storage, new StridedCopy(x.shape.Span, StridedCopy.DenseSteps(x.shape.Span), stepsOfY, 0, offset));
        return Tape.Record("Place", y, x, dy => Slice.Apply(dy, begin, x.shape.dims, steps), (begin, steps, value));
    }
}
