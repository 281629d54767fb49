using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>The mean of the squared differences over the last axis.</summary>
public sealed class MeanSquaredError : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    /// <inheritdoc cref="ILossesApi.MeanSquaredError"/>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    public MeanSquaredError(string? reduction = null, string? name = null)
        : base(reduction, name ?? "mean_squared_error")
    {
    }

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred) =>
        ReduceMean.Apply(SquaredDifference.Apply(y_pred, Aligned(y_true, y_pred)), s_lastAxis);
}
