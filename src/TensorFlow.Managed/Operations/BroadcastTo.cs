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
        return Tape.Record("BroadcastTo", BinaryOperation.Compute(BinaryFunction.Add, x, Fill.Zeros(shape, x.dtype)), x, dy => SumTo.Apply(dy, x.shape));
    }
}
