namespace Tensorflow.Keras.Metrics;

/// <summary>The mean of all values since the last reset, each times its weight, divided by the sum of the weights.</summary>
public class Mean : Metric
{
    private double _total;
    private double _weight;

    /// <param name="name">The name under which logs show it.</param>
    public Mean(string name = "mean")
        : base(name)
    {
    }

    internal override double Value => _weight == 0 ? 0 : _total / _weight;

    /// <summary>Adds a number.</summary>
    public void update_state(double value, double sample_weight = 1)
    {
        _total += value * sample_weight;
        _weight += sample_weight;
    }

    /// <summary>Adds every element of a tensor.</summary>
    /// <param name="values">Any tensor of numbers.</param>
    /// <param name="sample_weight">A weight for each element, or one for each sample, or one for all; null counts all alike.</param>
    /// <returns>The mean so far.</returns>
    /// <exception cref="ArgumentException">The weights do not fit the values.</exception>
    public Tensor update_state(Tensor values, Tensor? sample_weight = null)
    {
        var (total, weight) = WeightedSum.Of(Name, values, sample_weight);
        _total += total;
        _weight += weight;
        return result();
    }

    /// <inheritdoc/>
    public override double[] get_state() => [_total, _weight];

    private protected override void SetState(double[] state) => (_total, _weight) = (state[0], state[1]);

    /// <inheritdoc/>
    public override void reset_states() => (_total, _weight) = (0, 0);
}
