using Tensorflow.Gradients;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Optimizers;

/// <summary>
/// Adagrad (Duchi, Hazan and Singer, Adaptive Subgradient Methods for Online Learning and Stochastic Optimization, 2011): s += g²,
/// w -= learning_rate g / (sqrt(s) + epsilon).
/// </summary>
public sealed class Adagrad : OptimizerV2
{
    private readonly float _start;
    private readonly float _epsilon;

    /// <param name="learning_rate">The step size.</param>
    /// <param name="initial_accumulator_value">What the sum of squares begins with, from 0 on.</param>
    /// <param name="epsilon">Keeps the divisor from 0.</param>
    /// <param name="name">The optimizer's name.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    public Adagrad(float learning_rate = 0.001f, float initial_accumulator_value = 0.1f, float epsilon = 1e-7f, string name = "Adagrad")
        : base(learning_rate, name)
    {
        _start = NotNegative(nameof(initial_accumulator_value), initial_accumulator_value);
        _epsilon = NotNegative(nameof(epsilon), epsilon);
    }

    private protected override string[] SlotNames { get; } = ["accumulator"];

    private protected override float SlotStart => _start;

    private protected override void BeginStep(long step)
    {
    }

    private protected override void Apply(Tensor gradient, ResourceVariable variable)
    {
        using var scope = TensorScope.Begin();
        using var pause = Tape.Pause();
        var squares = Slots(variable)[0];
        squares.assign_add(Square.Apply(gradient));
        variable.assign_sub(gradient * learning_rate / (Sqrt.Apply(squares) + _epsilon));
    }
}
