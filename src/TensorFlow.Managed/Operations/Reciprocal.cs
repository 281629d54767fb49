using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>1 / x; its gradient is -y².</summary>
internal static class Reciprocal
{
    internal static Tensor Apply(Tensor x)
    {
        var y = UnaryOperation.Compute(UnaryFunction.Reciprocal, x);
        return Tape.Record("Reciprocal", y, x, dy => -dy * y * y);
    }
}
