namespace Tensorflow.Keras.Optimizers;

/// <summary>A step size that depends on the number of the step:
/// <c>optimizer.learning_rate_schedule = new ExponentialDecay(...)</c>.</summary>
public abstract class LearningRateSchedule
{
    /// <summary>The step size of a step.</summary>
    /// <param name="step">How many steps were made before it, from 0.</param>
    public abstract float Call(long step);

    /// <exception cref="ArgumentException">The number is not positive.</exception>
    private protected static double Positive(string schedule, string name, double value) => value > 0
        ? value : throw new ArgumentException($"{schedule}: {name} must be above 0; it is {value}.");
}
