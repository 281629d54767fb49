using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>True where x is false; bool tensors.</summary>
internal static class LogicalNot
{
    internal static Tensor Apply(Tensor x) => Tape.Constant(UnaryOperation.Compute(UnaryFunction.LogicalNot, x), x);
}
