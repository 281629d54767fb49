using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>ln(1 + e^x); its gradient is sigmoid x.</summary>
internal static class Softplus
{
    internal static Tensor Apply(Tensor x) =>
        Tape.Record("Softplus", UnaryOperation.Compute(UnaryFunction.Softplus, x), x, dy => dy * Sigmoid.Apply(x));
}
