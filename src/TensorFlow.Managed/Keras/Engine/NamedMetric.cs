using Tensorflow.Keras.Metrics;

namespace Tensorflow.Keras.Engine;

/// <summary>A metric that <c>compile</c> was given by name; what it is shows with the first batch.</summary>
internal sealed class NamedMetric : Metric, IMetricFunc
{
    private IMetricFunc? _metric;

    /// <exception cref="ArgumentException">There is no metric of this name.</exception>
    internal NamedMetric(string name)
        : base(name) => MetricResolver.Check(name);

    internal override double Value => (_metric as Metric)?.Value ?? 0;

    public Tensor update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null) =>
        (_metric ??= MetricResolver.Resolve(Name, y_true.shape, y_pred.shape)).update_state(y_true, y_pred, sample_weight);

    public override void reset_states() => _metric?.reset_states();
}
