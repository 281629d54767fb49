using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>True where one is, broadcast; bool tensors.</summary>
internal static class LogicalOr
{
    internal static Tensor Apply(Tensor a, Tensor b) => Tape.Constant(BinaryOperation.Compute(BinaryFunction.LogicalOr, a, b), a, b);
}
