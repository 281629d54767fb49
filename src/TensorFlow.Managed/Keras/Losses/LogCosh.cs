using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>The mean over the last axis of ln cosh e, e the difference; as e + softplus(-2e) - ln 2, which does not overflow.</summary>
public sealed class LogCosh : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    /// <inheritdoc cref="ILossesApi.LogCosh"/>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    public LogCosh(string? reduction = null, string? name = null)
        : base(reduction, name ?? "log_cosh")
    {
    }

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred)
    {
        var error = y_pred - Aligned(y_true, y_pred);
        return ReduceMean.Apply(error + Softplus.Apply(error * -2.0) - Math.Log(2), s_lastAxis);
    }
}
