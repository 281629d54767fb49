using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>-1, 0 or 1 as x is below, at or above 0. Its gradient is 0 everywhere.</summary>
internal static class Sign
{
    internal static Tensor Apply(Tensor x) =>
        Tape.Record("Sign", UnaryOperation.Compute(UnaryFunction.Sign, x), x, dy => ZerosLike.Apply(dy));
}
