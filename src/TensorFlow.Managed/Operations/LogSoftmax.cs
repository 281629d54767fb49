using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>x - log sum e^x along an axis. float32. Its gradient is dy - e^y * sum dy.</summary>
internal static class LogSoftmax
{
    /// <exception cref="ArgumentException">The type is wrong, or there is no such axis.</exception>
    internal static Tensor Apply(Tensor x, int axis = -1) => LastAxis.Apply("LogSoftmax", x, axis, static logits =>
    {
        var y = Tensor.Empty(logits.shape, logits.dtype);
        var count = logits.shape[-1];
        Tensor.Device.LogSoftmax(logits.Storage, y.Storage, count == 0 ? 0 : logits.size / count, checked((int)count));
        return Tape.Record("LogSoftmax", y, logits, dy => dy - Exp.Apply(y) * ReduceSum.Apply(dy, [-1], keepdims: true));
    });
}
