using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>a + b, broadcast.</summary>
internal static class Add
{
    internal static Tensor Apply(Tensor a, Tensor b) => Tape.Record(
        "Add", BinaryOperation.Compute(BinaryFunction.Add, a, b),
        a, dy => SumTo.Apply(dy, a.shape),
        b, dy => SumTo.Apply(dy, b.shape));
}
