using Tensorflow.Gradients;

namespace Tensorflow.Keras.Metrics;

/// <summary>A metric that is the mean, over all samples of all batches, of a function of truth and predictions.</summary>
public class MeanMetricWrapper : Metric, IMetricFunc
{
    private readonly Func<Tensor, Tensor, Tensor> _function;
    private readonly Mean _mean;

    /// <param name="function">From y_true and y_pred to a value for each sample.</param>
    /// <param name="name">The name under which logs show it.</param>
    public MeanMetricWrapper(Func<Tensor, Tensor, Tensor> function, string name)
        : base(name) =>
        (_function, _mean) = (function, new Mean(name));

    internal override double Value => _mean.Value;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Shapes do not fit; the message names the metric.</exception>
    public Tensor update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        Add(y_true, y_pred, sample_weight);
        return result();
    }

    /// <inheritdoc/>
    public override double[] get_state() => _mean.get_state();

    private protected override void SetState(double[] state) => _mean.set_state(state);

    /// <inheritdoc/>
    public override void reset_states() => _mean.reset_states();

    private void Add(Tensor y_true, Tensor y_pred, Tensor? sample_weight)
    {
        using var pause = Tape.Pause();
        using var scope = TensorScope.Begin();
        _mean.update_state(_function(y_true, y_pred), sample_weight);
    }
}
