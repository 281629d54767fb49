namespace Tensorflow.Keras.Optimizers;

/// <summary>Half a cosine's wave from the initial step size to a part of it (Loshchilov and Hutter, arXiv 1608.03983), which stays
/// then.</summary>
public sealed class CosineDecay : LearningRateSchedule
{
    private readonly double _initial;
    private readonly double _steps;
    private readonly double _alpha;

    /// <param name="initial_learning_rate">The first step's size.</param>
    /// <param name="decay_steps">How many steps the way down takes.</param>
    /// <param name="alpha">Which part of the first size is left at its end.</param>
    /// <exception cref="ArgumentException">The number of steps is not positive.</exception>
    public CosineDecay(float initial_learning_rate, float decay_steps, float alpha = 0f) =>
        (_initial, _steps, _alpha) = (initial_learning_rate, Positive(nameof(CosineDecay), nameof(decay_steps), decay_steps), alpha);

    /// <inheritdoc/>
    public override float Call(long step)
    {
        var wave = 0.5 * (1 + Math.Cos(Math.PI * Math.Min(step, _steps) / _steps));
        return (float)(_initial * ((1 - _alpha) * wave + _alpha));
    }
}
