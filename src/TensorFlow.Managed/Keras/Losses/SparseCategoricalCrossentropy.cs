using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>
/// Cross-entropy between class numbers, (N, ...) or (N, ..., 1), and predictions (N, ..., classes): -log softmax(x)[class] from logits x.
/// Of probabilities the logarithms serve as logits, as in Keras.
/// </summary>
public sealed class SparseCategoricalCrossentropy : Loss
{
    private readonly bool _fromLogits;

    /// <inheritdoc cref="ILossesApi.SparseCategoricalCrossentropy"/>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    public SparseCategoricalCrossentropy(string? reduction = null, string? name = null, bool from_logits = false)
        : base(reduction, name ?? "sparse_categorical_crossentropy") => _fromLogits = from_logits;

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred)
    {
        var labels = Cast.Apply(y_true, TF_DataType.TF_INT64);
        if (y_pred.ndim > 0 && labels.ndim == y_pred.ndim && labels.shape[-1] == 1)
            labels = Reshape.Apply(labels, labels.shape[..^1]);
        if (y_pred.ndim == 0 || labels.shape != y_pred.shape[..^1])
            throw new ArgumentException(
                $"{Name}: y_true of shape {y_true.shape} does not fit y_pred of shape {y_pred.shape}; it must be the shape without the " +
                $"classes.");
        return SparseSoftmaxCrossEntropy.Apply(labels, _fromLogits ? y_pred : Log.Apply(Clip(y_pred)));
    }
}
