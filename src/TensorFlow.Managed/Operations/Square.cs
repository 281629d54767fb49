using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>x².</summary>
internal static class Square
{
    internal static Tensor Apply(Tensor x) =>
        Tape.Record("Square", UnaryOperation.Compute(UnaryFunction.Square, x), x, dy => dy * (2 * x));
}
