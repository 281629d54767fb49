namespace Tensorflow.Keras.Optimizers;

/// <summary>
/// RMSprop (Hinton's lecture 6e): s += (g² - s) (1 - rho), step = learning_rate g / sqrt(s + epsilon), w -= step; with a momentum
/// u = momentum u + step, w -= u.
/// </summary>
public sealed class RMSprop : OptimizerV2
{
    private readonly float _gain;
    private readonly float _momentum;
    private readonly float _epsilon;

    /// <param name="learning_rate">The step size.</param>
    /// <param name="rho">How much of the mean squared gradient a step keeps, in [0, 1).</param>
    /// <param name="momentum">How much of its last move a weight repeats, in [0, 1].</param>
    /// <param name="epsilon">Keeps the divisor from 0.</param>
    /// <param name="centered">Not supported; must be false.</param>
    /// <param name="name">The optimizer's name.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    /// <exception cref="NotSupportedException"><paramref name="centered"/> is true.</exception>
    public RMSprop(
        float learning_rate = 0.001f, float rho = 0.9f, float momentum = 0f, float epsilon = 1e-7f, bool centered = false,
        string name = "RMSprop")
        : base(learning_rate, name)
    {
        if (centered)
            throw new NotSupportedException($"{name}: centered is not supported.");
        _gain = (float)Complement(Fraction(nameof(rho), rho));
        _momentum = Momentum(momentum);
        _epsilon = NotNegative(nameof(epsilon), epsilon);
        SlotNames = momentum > 0 ? ["velocity", "momentum"] : ["velocity"];
    }

    private protected override string[] SlotNames { get; }

    private protected override void BeginStep(long step)
    {
    }

    private protected override void Update(Storage current, Storage next, ReadOnlySpan<ResourceVariable> slots, Storage gradient,
        long count)
    {
        using VariableUpdate velocity = slots[0].BeginInPlace(), momentum = slots.Length > 1 ? slots[1].BeginInPlace() : default;
        Tensor.Device.RmsProp(
            current, next, velocity.Next, momentum.Next, gradient, count, learning_rate, _gain, _momentum, _epsilon);
    }
}
