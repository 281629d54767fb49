using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The tensor repeated along axes until it has a shape, after NumPy's rules.</summary>
internal static class BroadcastTo
{
    internal static Tensor Apply(Tensor x, Shape shape)
    {
        if (x.shape == shape)
            return x;
        if (Broadcast.ResultShape("BroadcastTo", x.shape, shape) != shape)
            throw new ArgumentException($"BroadcastTo: the shape {x.shape} does not broadcast to {shape}.");

        var dense = StridedCopy.DenseSteps(x.shape.Span);
        var steps = new long[shape.ndim];
        var added = shape.ndim - x.ndim;
        for (var axis = added; axis < steps.Length; axis++)
            steps[axis] = x.shape[axis - added] == 1 ? 0 : dense[axis - added];
        var y = Tensor.Empty(shape, x.dtype);
        Tensor.Device
            .CopyStrided(x.dtype.Size(), x.Storage, y.Storage, new StridedCopy(shape.Span, steps, StridedCopy.DenseSteps(shape.Span)));
        return Tape.Record("BroadcastTo", y, x, dy => SumTo.Apply(dy, x.shape));
    }
}
