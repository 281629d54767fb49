using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>The mean over the last axis of (ln(prediction + 1) - ln(truth + 1))², where numbers below 1e-7 count as 1e-7.</summary>
public sealed class MeanSquaredLogarithmicError : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    /// <inheritdoc cref="ILossesApi.MeanSquaredLogarithmicError"/>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    public MeanSquaredLogarithmicError(string? reduction = null, string? name = null)
        : base(reduction, name ?? "mean_squared_logarithmic_error")
    {
    }

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred) =>
        ReduceMean.Apply(SquaredDifference.Apply(Logarithm(y_pred), Logarithm(Aligned(y_true, y_pred))), s_lastAxis);

    private static Tensor Logarithm(Tensor x) => Log.Apply(Maximum.Apply(x, Constant.Scalar(Epsilon, x.dtype)) + 1);
}
