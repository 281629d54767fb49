using Tensorflow.Devices;

namespace Tensorflow.Operations;

/// <summary>What operations on two tensors share: both have one type, and shapes that broadcast.</summary>
internal static class BinaryOperation
{
    /// <exception cref="ArgumentException">Types differ or shapes do not broadcast; the message names the function.</exception>
    internal static Tensor Compute(BinaryFunction f, Tensor a, Tensor b)
    {
        var name = Enum.GetName(f)!;
        Check(name, a, b);
        var y = Tensor.Empty(Broadcast.ResultShape(name, a.shape, b.shape), a.dtype);
        Tensor.Device.Binary(f, a.dtype, a.Storage, b.Storage, y.Storage, Broadcast.Plan(a.shape, b.shape, y.shape));
        return y;
    }

    internal static void Check(string operation, Tensor a, Tensor b)
    {
        if (a.dtype != b.dtype)
            throw new ArgumentException(
                $"{operation}: both sides need one type, but a is {a.dtype.Name()} and b is {b.dtype.Name()}; cast one with tf.cast.");
    }
}
