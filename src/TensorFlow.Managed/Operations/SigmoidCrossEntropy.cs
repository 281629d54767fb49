using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>
/// The cross entropy between labels and the sigmoid of logits, element by element: max(x, 0) - x * z + log(1 + e^-|x|) for the logit x
/// and the label z (as TensorFlow's sigmoid_cross_entropy_with_logits). float32. The gradients are sigmoid(x) - z and -x.
/// </summary>
internal static class SigmoidCrossEntropy
{
    /// <exception cref="ArgumentException">Shapes differ, or a type is not float32.</exception>
    internal static Tensor Apply(Tensor labels, Tensor logits)
    {
        if (labels.shape != logits.shape || labels.dtype != TF_DataType.TF_FLOAT || logits.dtype != TF_DataType.TF_FLOAT)
            throw new ArgumentException(
                $"SigmoidCrossEntropy: labels and logits must be float32 of one shape; labels are {labels.dtype.Name()} of shape " +
                $"{labels.shape}, " +
                $"logits {logits.dtype.Name()} of shape {logits.shape}.");
        var y = Tensor.Empty(logits.shape, logits.dtype);
        Tensor.Device.SigmoidCrossEntropy(labels.Storage, logits.Storage, y.Storage, logits.size);
        return Tape.Record("SigmoidCrossEntropy", y, labels, dy => -(dy * logits), logits, dy => dy * (Sigmoid.Apply(logits) - labels));
    }
}
