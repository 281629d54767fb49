using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The nearest whole number, halves to the even one. Its gradient is 0 wherever it has one, so none is recorded.</summary>
internal static class Round
{
    internal static Tensor Apply(Tensor x) => Tape.Constant(UnaryOperation.Compute(UnaryFunction.Round, x), x);
}
