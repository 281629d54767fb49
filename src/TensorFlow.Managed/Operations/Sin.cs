using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>sin x, x in radians.</summary>
internal static class Sin
{
    internal static Tensor Apply(Tensor x) =>
        Tape.Record("Sin", UnaryOperation.Compute(UnaryFunction.Sin, x), x, dy => dy * Cos.Apply(x));
}
