using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>a / b, broadcast; integers divide to the quotient cut toward zero.</summary>
internal static class Divide
{
    internal static Tensor Apply(Tensor a, Tensor b) => Tape.Record(
        "Divide", BinaryOperation.Compute(BinaryFunction.Divide, a, b),
        a, dy => SumTo.Apply(dy / b, a.shape),
        b, dy => SumTo.Apply(-dy * a / (b * b), b.shape));
}
