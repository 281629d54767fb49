using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>√x; its gradient is 1 / (2√x).</summary>
internal static class Sqrt
{
    internal static Tensor Apply(Tensor x)
    {
        var y = UnaryOperation.Compute(UnaryFunction.Sqrt, x);
        return Tape.Record("Sqrt", y, x, dy => dy * 0.5 / y);
    }
}
