using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>-x.</summary>
internal static class Negate
{
    internal static Tensor Apply(Tensor x) => Tape.Record("Negate", UnaryOperation.Compute(UnaryFunction.Negate, x), x, dy => -dy);
}
