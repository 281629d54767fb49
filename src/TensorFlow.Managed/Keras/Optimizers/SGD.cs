namespace Tensorflow.Keras.Optimizers;

/// <summary>
/// Gradient descent: w -= learning_rate g. With a momentum: u = momentum u - learning_rate g, w += u; with Nesterov's look ahead
/// w += momentum u - learning_rate g.
/// </summary>
public sealed class SGD : OptimizerV2
{
    private readonly float _momentum;
    private readonly bool _nesterov;

    /// <param name="learning_rate">The step size.</param>
    /// <param name="momentum">How much of its last move a weight repeats, in [0, 1].</param>
    /// <param name="nesterov">Whether the gradient counts as if taken after the repeated move.</param>
    /// <param name="name">The optimizer's name.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public SGD(float learning_rate = 0.01f, float momentum = 0f, bool nesterov = false, string name = "SGD")
        : base(learning_rate, name)
    {
        _momentum = Momentum(momentum);
        _nesterov = nesterov;
        SlotNames = momentum > 0 ? ["momentum"] : [];
    }

    private protected override string[] SlotNames { get; }

    private protected override void BeginStep(long step)
    {
    }

    private protected override void Update(Storage current, Storage next, ReadOnlySpan<ResourceVariable> slots, Storage gradient,
        long count)
    {
        using var momentum = slots.Length > 0 ? slots[0].BeginInPlace() : default;
        Tensor.Device.Sgd(current, next, momentum.Next, gradient, count, learning_rate, _momentum, _nesterov);
    }
}
