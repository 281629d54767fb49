namespace Tensorflow.Keras.Optimizers;

/// <summary>
/// Adam (Kingma and Ba, arXiv 1412.6980). With t the number of the step: m += (g - m) (1 - beta_1), v += (g² - v) (1 - beta_2),
/// w -= learning_rate sqrt(1 - beta_2^t) / (1 - beta_1^t) m / (sqrt(v) + epsilon).
/// </summary>
public sealed class Adam : OptimizerV2
{
    private readonly float _epsilon;
    private readonly double _gain1;
    private double _gain2;
    private float _alpha;

    /// <param name="learning_rate">The step size.</param>
    /// <param name="beta_1">How much of the mean gradient a step keeps, in [0, 1).</param>
    /// <param name="beta_2">How much of the mean squared gradient a step keeps, in [0, 1).</param>
    /// <param name="epsilon">Keeps the divisor from 0.</param>
    /// <param name="amsgrad">Not supported; must be false.</param>
    /// <param name="name">The optimizer's name.</param>
    /// <exception cref="ArgumentException">A number is out of its range.</exception>
    /// <exception cref="NotSupportedException"><paramref name="amsgrad"/> is true.</exception>
    public Adam(
        float learning_rate = 0.001f, float beta_1 = 0.9f, float beta_2 = 0.999f, float epsilon = 1e-7f, bool amsgrad = false,
        string name = "Adam")
        : base(learning_rate, name)
    {
        if (amsgrad)
            throw new NotSupportedException($"{name}: amsgrad is not supported.");
        _gain1 = Complement(Fraction(nameof(beta_1), beta_1));
        this.beta_2 = beta_2;
        _epsilon = NotNegative(nameof(epsilon), epsilon);
    }

    /// <summary>How much of the mean squared gradient a step keeps, in [0, 1). Where it changes, the bias is corrected as if it had always
    /// been what it is now.</summary>
    /// <exception cref="ArgumentException">It is out of its range.</exception>
    public float beta_2
    {
        get;
        set
        {
            field = Fraction(nameof(beta_2), value);
            _gain2 = Complement(field);
        }
    }

    private protected override string[] SlotNames { get; } = ["m", "v"];

    private protected override void BeginStep(long step) =>
        _alpha = (float)(learning_rate * Math.Sqrt(1 - Math.Pow(1 - _gain2, step)) / (1 - Math.Pow(1 - _gain1, step)));

    private protected override void Update(Storage current, Storage next, ReadOnlySpan<ResourceVariable> slots, Storage gradient,
        long count)
    {
        using VariableUpdate m = slots[0].BeginInPlace(), v = slots[1].BeginInPlace();
        Tensor.Device.Adam(current, next, m.Next, v.Next, gradient, count, _alpha, (float)_gain1, (float)_gain2, _epsilon);
    }
}
