using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>cos x, x in radians.</summary>
internal static class Cos
{
    internal static Tensor Apply(Tensor x) =>
        Tape.Record("Cos", UnaryOperation.Compute(UnaryFunction.Cos, x), x, dy => -dy * Sin.Apply(x));
}
