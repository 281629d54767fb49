using Tensorflow.Devices;

namespace Tensorflow.Operations;

/// <summary>What operations on one tensor share.</summary>
internal static class UnaryOperation
{
    internal static Tensor Compute(UnaryFunction f, Tensor x)
    {
        var y = Tensor.Empty(x.shape, x.dtype);
        Tensor.Device.Unary(f, x.dtype, x.Storage, y.Storage, x.size);
        return y;
    }
}
