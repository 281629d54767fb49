using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The smaller of a and b, broadcast; where they tie the gradient goes to a.</summary>
internal static class Minimum
{
    internal static Tensor Apply(Tensor a, Tensor b) => Tape.Record(
        "Minimum", BinaryOperation.Compute(BinaryFunction.Minimum, a, b),
        a, dy => SumTo.Apply(Where.Apply(a <= b, dy, Constant.Scalar(0, dy.dtype)), a.shape),
        b, dy => SumTo.Apply(Where.Apply(a <= b, Constant.Scalar(0, dy.dtype), dy), b.shape));
}
