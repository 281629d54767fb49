using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>The mean of the absolute differences over the last axis.</summary>
public sealed class MeanAbsoluteError : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    /// <inheritdoc cref="ILossesApi.MeanAbsoluteError"/>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    public MeanAbsoluteError(string? reduction = null, string? name = null)
        : base(reduction, name ?? "mean_absolute_error")
    {
    }

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred) =>
        ReduceMean.Apply(Abs.Apply(y_pred - Aligned(y_true, y_pred)), s_lastAxis);
}
