namespace Tensorflow.Keras.Metrics;

/// <summary>The sum of all values since the last reset, each times its weight.</summary>
public sealed class Sum : Metric
{
    private double _total;

    /// <param name="name">The name under which logs show it.</param>
    public Sum(string name = "sum")
        : base(name)
    {
    }

    internal override double Value => _total;

    /// <summary>Adds every element of a tensor.</summary>
    /// <param name="values">Any tensor of numbers.</param>
    /// <param name="sample_weight">A weight for each element, or one for each sample, or one for all; null counts all alike.</param>
    /// <returns>The sum so far.</returns>
    /// <exception cref="ArgumentException">The weights do not fit the values.</exception>
    public Tensor update_state(Tensor values, Tensor? sample_weight = null)
    {
        _total += WeightedSum.Of(Name, values, sample_weight).Total;
        return result();
    }

    /// <inheritdoc/>
    public override double[] get_state() => [_total];

    private protected override void SetState(double[] state) => _total = state[0];

    /// <inheritdoc/>
    public override void reset_states() => _total = 0;
}
