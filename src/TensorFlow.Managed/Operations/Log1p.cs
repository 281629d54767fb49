using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>ln(1 + x), accurate where x is small.</summary>
internal static class Log1p
{
    internal static Tensor Apply(Tensor x) =>
        Tape.Record("Log1p", UnaryOperation.Compute(UnaryFunction.Log1p, x), x, dy => dy / (1 + x));
}
