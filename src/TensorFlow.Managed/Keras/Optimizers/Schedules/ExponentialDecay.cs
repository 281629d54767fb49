namespace Tensorflow.Keras.Optimizers;

/// <summary>initial * rate^(step / steps): after so many steps the step size is so much smaller.</summary>
public sealed class ExponentialDecay : LearningRateSchedule
{
    private readonly double _initial;
    private readonly double _steps;
    private readonly double _rate;
    private readonly bool _staircase;

    /// <param name="initial_learning_rate">The first step's size.</param>
    /// <param name="decay_steps">After so many steps it is multiplied by the rate once.</param>
    /// <param name="decay_rate">What it is multiplied by.</param>
    /// <param name="staircase">Whether it changes only then, not a little with each step.</param>
    /// <exception cref="ArgumentException">The number of steps is not positive.</exception>
    public ExponentialDecay(float initial_learning_rate, float decay_steps, float decay_rate, bool staircase = false) =>
        (_initial, _steps, _rate, _staircase) =
            (initial_learning_rate, Positive(nameof(ExponentialDecay), nameof(decay_steps), decay_steps), decay_rate, staircase);

    /// <inheritdoc/>
    public override float Call(long step)
    {
        var times = step / _steps;
        return (float)(_initial * Math.Pow(_rate, _staircase ? Math.Floor(times) : times));
    }
}
