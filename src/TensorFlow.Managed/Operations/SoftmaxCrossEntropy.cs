namespace Tensorflow.Operations;

/// <summary>The cross entropy between given probabilities and the softmax of logits: -sum labels * log softmax(logits). Made of operations
/// that have gradients.</summary>
internal static class SoftmaxCrossEntropy
{
    /// <param name="labels">Probabilities of the classes, float32, of the logits' shape.</param>
    /// <param name="logits">float32.</param>
    /// <param name="axis">The axis of the classes.</param>
    /// <returns>The shape without that axis.</returns>
    /// <exception cref="ArgumentException">A type, a shape or the axis is wrong.</exception>
    internal static Tensor Apply(Tensor labels, Tensor logits, int axis = -1)
    {
        if (labels.shape != logits.shape || labels.dtype != logits.dtype)
            throw new ArgumentException(
                $"SoftmaxCrossEntropy: labels and logits must have one type and shape; labels are {labels.dtype.Name()} of shape " +
                $"{labels.shape}, " +
                $"logits {logits.dtype.Name()} of shape {logits.shape}.");
        return -ReduceSum.Apply(labels * LogSoftmax.Apply(logits, axis), [axis]);
    }
}
