using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>e to the power of x.</summary>
internal static class Exp
{
    internal static Tensor Apply(Tensor x)
    {
        var y = UnaryOperation.Compute(UnaryFunction.Exp, x);
        return Tape.Record("Exp", y, x, dy => dy * y);
    }
}
