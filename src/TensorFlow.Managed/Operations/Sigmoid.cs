using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>1 / (1 + e^-x); its gradient is y (1 - y).</summary>
internal static class Sigmoid
{
    internal static Tensor Apply(Tensor x)
    {
        var y = UnaryOperation.Compute(UnaryFunction.Sigmoid, x);
        return Tape.Record("Sigmoid", y, x, dy => dy * y * (1 - y));
    }
}
