using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The largest whole number not above x. Its gradient is 0 wherever it has one, so none is recorded.</summary>
internal static class Floor
{
    internal static Tensor Apply(Tensor x) => Tape.Constant(UnaryOperation.Compute(UnaryFunction.Floor, x), x);
}
