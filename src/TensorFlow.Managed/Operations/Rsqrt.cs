using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>1 / √x; its gradient is -y³ / 2.</summary>
internal static class Rsqrt
{
    internal static Tensor Apply(Tensor x)
    {
        var y = UnaryOperation.Compute(UnaryFunction.Rsqrt, x);
        return Tape.Record("Rsqrt", y, x, dy => dy * -0.5 * y * y * y);
    }
}
