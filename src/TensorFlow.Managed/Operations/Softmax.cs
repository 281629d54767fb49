using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>e^x / sum e^x along an axis. float32. Its gradient is y * (dy - sum(dy * y)).</summary>
internal static class Softmax
{
    /// <exception cref="ArgumentException">The type is wrong, or there is no such axis.</exception>
    internal static Tensor Apply(Tensor x, int axis = -1) => LastAxis.Apply("Softmax", x, axis, static logits =>
    {
        var y = Tensor.Empty(logits.shape, logits.dtype);
        var count = logits.shape[-1];
        Tensor.Device.Softmax(logits.Storage, y.Storage, count == 0 ? 0 : logits.size / count, checked((int)count));
        return Tape.Record("Softmax", y, logits, dy => y * (dy - ReduceSum.Apply(dy * y, [-1], keepdims: true)));
    });
}
