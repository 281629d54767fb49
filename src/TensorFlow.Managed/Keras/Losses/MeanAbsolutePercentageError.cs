using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>100 times the mean over the last axis of |truth - prediction| / max(|truth|, 1e-7).</summary>
public sealed class MeanAbsolutePercentageError : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    /// <inheritdoc cref="ILossesApi.MeanAbsolutePercentageError"/>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    public MeanAbsolutePercentageError(string? reduction = null, string? name = null)
        : base(reduction, name ?? "mean_absolute_percentage_error")
    {
    }

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred)
    {
        var truth = Aligned(y_true, y_pred);
        var size = Maximum.Apply(Abs.Apply(truth), Constant.Scalar(Epsilon, truth.dtype));
        return 100 * ReduceMean.Apply(Abs.Apply((truth - y_pred) / size), s_lastAxis);
    }
}
