using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>The mean over the last axis of x - y ln(x + 1e-7): minus the logarithm of a Poisson distribution's probability of the count y,
/// without what depends on y alone.</summary>
public sealed class Poisson : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    /// <inheritdoc cref="ILossesApi.Poisson"/>
    /// <exception cref="ArgumentException">There is no such reduction.</exception>
    public Poisson(string? reduction = null, string? name = null)
        : base(reduction, name ?? "poisson")
    {
    }

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred) =>
        ReduceMean.Apply(y_pred - Aligned(y_true, y_pred) * Log.Apply(y_pred + Epsilon), s_lastAxis);
}
