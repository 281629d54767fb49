using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>x where it is not negative, else e^x - 1; the gradient there is e^x = y + 1 (Clevert, Unterthiner, Hochreiter 2015).</summary>
internal static class Elu
{
    internal static Tensor Apply(Tensor x)
    {
        var y = UnaryOperation.Compute(UnaryFunction.Elu, x);
        return Tape.Record("Elu", y, x, dy => Where.Apply(y < 0, dy * (y + 1), dy));
    }
}
