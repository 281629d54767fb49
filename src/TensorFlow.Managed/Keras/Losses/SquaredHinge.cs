using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>The mean over the last axis of max(1 - y x, 0)², y the truth, -1 or 1. Truths of 0 and 1 are taken for -1 and 1.</summary>
public sealed class SquaredHinge : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    /// <inheritdoc cref="ILossesApi.SquaredHinge"/>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    public SquaredHinge(string? reduction = null, string? name = null)
        : base(reduction, name ?? "squared_hinge")
    {
    }

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred) =>
        ReduceMean.Apply(Square.Apply(Relu.Apply(1 - Hinge.Signs(Aligned(y_true, y_pred)) * y_pred)), s_lastAxis);
}
