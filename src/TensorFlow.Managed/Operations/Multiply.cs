using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>a * b, broadcast.</summary>
internal static class Multiply
{
    internal static Tensor Apply(Tensor a, Tensor b) => Tape.Record(
        "Multiply", BinaryOperation.Compute(BinaryFunction.Multiply, a, b),
        a, dy => SumTo.Apply(dy * b, a.shape),
        b, dy => SumTo.Apply(dy * a, b.shape));
}
