using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>
/// Focal loss (Lin et al., arXiv 1708.02002): the sum over the last axis of a_t (1 - p_t)^gamma times the cross-entropy, p_t the
/// probability that is given to the truth, a_t alpha for 1 and 1 - alpha for 0; as TensorFlow Addons has it.
/// </summary>
public sealed class SigmoidFocalCrossEntropy : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    private readonly bool _fromLogits;
    private readonly double _alpha;
    private readonly double _gamma;

    /// <inheritdoc cref="ILossesApi.SigmoidFocalCrossEntropy"/>
    /// <exception cref="ArgumentException">There is no such reduction, or gamma is negative.</exception>
    public SigmoidFocalCrossEntropy(
        bool from_logits = false, float alpha = 0.25f, float gamma = 2f, string? reduction = "none",
        string name = "sigmoid_focal_crossentropy")
        : base(reduction, name)
    {
        (_fromLogits, _alpha, _gamma) = (from_logits, alpha, gamma);
        if (!(gamma >= 0))
            throw new ArgumentException($"{name}: gamma must not be negative; it is {gamma}.");
    }

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred)
    {
        var z = Aligned(y_true, y_pred);
        var p = _fromLogits ? Sigmoid.Apply(y_pred) : y_pred;
        var crossEntropy = _fromLogits
            ? SigmoidCrossEntropy.Apply(z, y_pred) : BinaryCrossentropy.OfProbabilities(z, Clip(y_pred));
        var rightly = z * p + (1 - z) * (1 - p);
        var weight = z * _alpha + (1 - z) * (1 - _alpha);
        var focus = Pow.Apply(1 - rightly, Constant.Scalar(_gamma, p.dtype));
        return ReduceSum.Apply(weight * focus * crossEntropy, s_lastAxis);
    }
}
