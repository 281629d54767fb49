using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>max(wrong - right + 1, 0), for truths y that are one-hot along the last axis: wrong is the largest of (1 - y) x, right the sum
/// of y x.</summary>
public sealed class CategoricalHinge : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    /// <inheritdoc cref="ILossesApi.CategoricalHinge"/>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    public CategoricalHinge(string? reduction = null, string? name = null)
        : base(reduction, name ?? "categorical_hinge")
    {
    }

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred)
    {
        var truth = Aligned(y_true, y_pred);
        var right = ReduceSum.Apply(truth * y_pred, s_lastAxis);
        var wrong = ReduceMax.Apply((1 - truth) * y_pred, s_lastAxis);
        return Relu.Apply(wrong - right + 1);
    }
}
