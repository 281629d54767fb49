using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>(a - b)², broadcast.</summary>
internal static class SquaredDifference
{
    internal static Tensor Apply(Tensor a, Tensor b) => Tape.Record(
        "SquaredDifference", BinaryOperation.Compute(BinaryFunction.SquaredDifference, a, b),
        a, dy => SumTo.Apply(dy * 2 * (a - b), a.shape),
        b, dy => SumTo.Apply(dy * 2 * (b - a), b.shape));
}
