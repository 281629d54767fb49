using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>|x|; its gradient is the sign, 0 at 0.</summary>
internal static class Abs
{
    internal static Tensor Apply(Tensor x) =>
        Tape.Record("Abs", UnaryOperation.Compute(UnaryFunction.Abs, x), x, dy => dy * Sign.Apply(x));
}
