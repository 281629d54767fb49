using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>
/// Cross-entropy between labels z of 0 and 1 and predictions of the same shape. From logits x it is max(x, 0) - x z + log(1 + e^-|x|); of
/// probabilities p, -z log(p + 1e-7) - (1 - z) log(1 - p + 1e-7), as Keras computes it. A sample's loss is the mean over <c>axis</c>.
/// </summary>
public sealed class BinaryCrossentropy : Loss
{
    private readonly bool _fromLogits;
    private readonly float _smoothing;
    private readonly int[] _axis;

    /// <inheritdoc cref="ILossesApi.BinaryCrossentropy"/>
    /// <exception cref="ArgumentException">The smoothing is not in [0, 1], or there is no such reduction.</exception>
    public BinaryCrossentropy(
        bool from_logits = false, float label_smoothing = 0f, int axis = -1, string? reduction = null, string name = "binary_crossentropy")
        : base(reduction, name) =>
        (_fromLogits, _smoothing, _axis) = (from_logits, Smoothing(label_smoothing), [axis]);

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred)
    {
        var z = Aligned(y_true, y_pred);
        if (_smoothing > 0)
            z = z * (1.0 - _smoothing) + 0.5 * _smoothing;
        return ReduceMean.Apply(_fromLogits ? SigmoidCrossEntropy.Apply(z, y_pred) : OfProbabilities(z, Clip(y_pred)), _axis);
    }

    internal static Tensor OfProbabilities(Tensor z, Tensor p) => -(z * Log.Apply(p + Epsilon) + (1 - z) * Log.Apply(1 - p + Epsilon));
}
