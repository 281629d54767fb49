using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The natural logarithm.</summary>
internal static class Log
{
    internal static Tensor Apply(Tensor x) =>
        Tape.Record("Log", UnaryOperation.Compute(UnaryFunction.Log, x), x, dy => dy / x);
}
