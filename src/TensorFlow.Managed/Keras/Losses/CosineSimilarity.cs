using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>Minus the cosine of the angle between truth and prediction along an axis: -1 for the same direction, 0 for a right angle.
/// Lengths are kept from 0 by 1e-12 under the root, as <c>tf.math.l2_normalize</c> does.</summary>
public sealed class CosineSimilarity : Loss
{
    private readonly int[] _axis;

    /// <inheritdoc cref="ILossesApi.CosineSimilarity"/>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    public CosineSimilarity(string? reduction = null, int axis = -1, string? name = null)
        : base(reduction, name ?? "cosine_similarity") => _axis = [axis];

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred) =>
        -ReduceSum.Apply(L2Normalize.Apply(Aligned(y_true, y_pred), _axis) * L2Normalize.Apply(y_pred, _axis), _axis);
}
