using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>True where both are, broadcast; bool tensors.</summary>
internal static class LogicalAnd
{
    internal static Tensor Apply(Tensor a, Tensor b) => Tape.Constant(BinaryOperation.Compute(BinaryFunction.LogicalAnd, a, b), a, b);
}
