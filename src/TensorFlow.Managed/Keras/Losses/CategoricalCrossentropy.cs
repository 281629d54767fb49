using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>
/// Cross-entropy between one-hot labels z and predictions, both (N, ..., classes): -sum z log softmax(x) from logits x, -sum z log p of
/// probabilities p, which are scaled to the sum 1 first. A sample's loss is the sum over the classes.
/// </summary>
public sealed class CategoricalCrossentropy : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    private readonly bool _fromLogits;
    private readonly float _smoothing;

    /// <inheritdoc cref="ILossesApi.CategoricalCrossentropy"/>
    /// <exception cref="ArgumentException">The smoothing is not in [0, 1], or there is no such reduction.</exception>
    public CategoricalCrossentropy(string? reduction = null, string? name = null, bool from_logits = false, float label_smoothing = 0f)
        : base(reduction, name ?? "categorical_crossentropy") =>
        (_fromLogits, _smoothing) = (from_logits, Smoothing(label_smoothing));

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred)
    {
        var z = Aligned(y_true, y_pred);
        if (_smoothing > 0)
            z = z * (1.0 - _smoothing) + (double)_smoothing / y_pred.shape[-1];
        var logs = _fromLogits ? LogSoftmax.Apply(y_pred) : Log.Apply(Clip(y_pred / ReduceSum.Apply(y_pred, s_lastAxis, keepdims: true)));
        return -ReduceSum.Apply(z * logs, s_lastAxis);
    }
}
