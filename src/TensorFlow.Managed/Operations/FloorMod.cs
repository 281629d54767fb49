using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>a - floor(a / b) * b, broadcast: the remainder with the divisor's sign.</summary>
internal static class FloorMod
{
    internal static Tensor Apply(Tensor a, Tensor b) => Tape.Record(
        "FloorMod", BinaryOperation.Compute(BinaryFunction.FloorMod, a, b),
        a, dy => SumTo.Apply(dy, a.shape),
        b, dy => SumTo.Apply(-dy * Floor.Apply(a / b), b.shape));
}
