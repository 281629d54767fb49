namespace Tensorflow.Keras.Optimizers;

/// <summary>(initial - end) (1 - step / steps)^power + end; a straight line for the power 1. The end's size stays then.</summary>
public sealed class PolynomialDecay : LearningRateSchedule
{
    private readonly double _initial;
    private readonly double _steps;
    private readonly double _end;
    private readonly double _power;

    /// <param name="initial_learning_rate">The first step's size.</param>
    /// <param name="decay_steps">How many steps the way takes.</param>
    /// <param name="end_learning_rate">The size at its end.</param>
    /// <param name="power">The way's form.</param>
    /// <exception cref="ArgumentException">The number of steps is not positive.</exception>
    public PolynomialDecay(float initial_learning_rate, float decay_steps, float end_learning_rate = 0.0001f, float power = 1f) =>
        (_initial, _steps, _end, _power) = (
            initial_learning_rate, Positive(nameof(PolynomialDecay), nameof(decay_steps), decay_steps), end_learning_rate, power);

    /// <inheritdoc/>
    public override float Call(long step) =>
        (float)((_initial - _end) * Math.Pow(1 - Math.Min(step, _steps) / _steps, _power) + _end);
}
