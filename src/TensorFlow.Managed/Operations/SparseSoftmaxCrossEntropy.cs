namespace Tensorflow.Operations;

/// <summary>The cross entropy between the softmax of logits and a class each: -log softmax(logits)[label].
/// Made of operations that have gradients.</summary>
internal static class SparseSoftmaxCrossEntropy
{
    /// <param name="labels">(...), int32 or int64, from 0 to classes - 1.</param>
    /// <param name="logits">(..., classes), float32.</param>
    /// <returns>(...), one number a label.</returns>
    /// <exception cref="ArgumentException">A type, a shape or a label is wrong.</exception>
    internal static Tensor Apply(Tensor labels, Tensor logits)
    {
        if (labels.dtype is not (TF_DataType.TF_INT32 or TF_DataType.TF_INT64) || logits.ndim == 0 || labels.shape != logits.shape[..^1])
            throw new ArgumentException(
                $"SparseSoftmaxCrossEntropy: needs int32 or int64 labels (...) and logits (..., classes); labels are " +
                $"{labels.dtype.Name()} " +
                $"of shape {labels.shape}, logits have the shape {logits.shape}.");
        var classes = checked((int)logits.shape[-1]);
        foreach (var label in Cast.Apply(labels, TF_DataType.TF_INT64).ToArray<long>())
            if (label < 0 || label >= classes)
                throw new ArgumentException(
                    $"SparseSoftmaxCrossEntropy: the label {label} is none of the {classes} classes 0 to {classes - 1}.");
        return -ReduceSum.Apply(OneHot.Apply(labels, classes) * LogSoftmax.Apply(logits), [-1]);
    }
}
