using Tensorflow.Operations;

namespace Tensorflow.Keras.Losses;

/// <summary>
/// The mean over the last axis of e²/2 where |e| is at most delta, else of delta |e| - delta²/2, e the difference (Huber 1964,
/// doi 10.1214/aoms/1177703732).
/// </summary>
public sealed class Huber : Loss
{
    private static readonly int[] s_lastAxis = [-1];

    private readonly double _delta;

    /// <inheritdoc cref="ILossesApi.Huber"/>
    /// <exception cref="ArgumentException">There is no such reduction, or delta is not positive.</exception>
    public Huber(string? reduction = null, string? name = null, double delta = 1)
        : base(reduction, name ?? "huber_loss") => _delta = delta > 0
        ? delta : throw new ArgumentException($"{Name}: delta must be above 0; it is {delta}.");

    private protected override Tensor SampleLosses(Tensor y_true, Tensor y_pred)
    {
        var error = y_pred - Aligned(y_true, y_pred);
        var size = Abs.Apply(error);
        return ReduceMean.Apply(
            Where.Apply(size <= _delta, 0.5 * Square.Apply(error), size * _delta - 0.5 * _delta * _delta), s_lastAxis);
    }
}
