using Tensorflow.Keras.Metrics;

namespace Tensorflow.Keras.Engine;

/// <summary>A metric that <c>compile</c> was given by name; what it is shows with the first batch.</summary>
internal sealed class NamedMetric : Metric, IMetricFunc
{
    private IMetricFunc? _metric;
    private double[] _state = [0, 0];

    /// <exception cref="ArgumentException">There is no metric of this name.</exception>
    internal NamedMetric(string name)
        : base(name) => MetricResolver.Check(name);

    internal override double Value => (_metric as Metric)?.Value ?? 0;

    public Tensor update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null) =>
        (_metric ??= Resolve(y_true, y_pred)).update_state(y_true, y_pred, sample_weight);

    public override double[] get_state() => (_metric as Metric)?.get_state() ?? _state;

    public override void reset_states()
    {
        _metric?.reset_states();
        _state = [0, 0];
    }

    private protected override void SetState(double[] state)
    {
        (_metric as Metric)?.set_state(state);
        _state = state;
    }

    /// <summary>The metric that the shapes call for; it takes the sums that were set before there was one.</summary>
    private IMetricFunc Resolve(Tensor y_true, Tensor y_pred)
    {
        var metric = MetricResolver.Resolve(Name, y_true.shape, y_pred.shape);
        (metric as Metric)?.set_state(_state);
        return metric;
    }
}
