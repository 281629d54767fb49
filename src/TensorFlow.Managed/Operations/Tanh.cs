using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>tanh x; its gradient is 1 - tanh² x.</summary>
internal static class Tanh
{
    internal static Tensor Apply(Tensor x)
    {
        var y = UnaryOperation.Compute(UnaryFunction.Tanh, x);
        return Tape.Record("Tanh", y, x, dy => dy * (1 - y * y));
    }
}
