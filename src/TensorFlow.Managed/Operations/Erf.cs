using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The error function; its gradient is 2/√π e^(-x²).</summary>
internal static class Erf
{
    internal static Tensor Apply(Tensor x) =>
        Tape.Record("Erf", UnaryOperation.Compute(UnaryFunction.Erf, x), x, dy =>
            dy * (2 / Math.Sqrt(Math.PI)) * Exp.Apply(-Square.Apply(x)));
}
