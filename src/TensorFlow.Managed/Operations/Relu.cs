using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>x where it is positive, else 0; the gradient at 0 is 0, as in TensorFlow.</summary>
internal static class Relu
{
    internal static Tensor Apply(Tensor x) =>
        Tape.Record("Relu", UnaryOperation.Compute(UnaryFunction.Relu, x), x, dy => LeakyRelu.Gradient(dy, x, alpha: 0));
}
