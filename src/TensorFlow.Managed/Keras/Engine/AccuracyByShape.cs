using Tensorflow.Keras.Metrics;

namespace Tensorflow.Keras.Engine;

/// <summary>What <c>metrics: ["accuracy"]</c> means: binary, categorical or sparse categorical accuracy, by the shapes of the first batch.</summary>
internal sealed class AccuracyByShape : Metric, IMetricFunc
{
    private IMetricFunc? _accuracy;

    internal AccuracyByShape(string name)
        : base(name)
    {
    }

    internal override double Value => (_accuracy as Metric)?.Value ?? 0;

    public Tensor update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null) =>
        (_accuracy ??= Choose(y_true.shape, y_pred.shape)).update_state(y_true, y_pred, sample_weight);

    public override void reset_states() => _accuracy?.reset_states();

    private IMetricFunc Choose(Shape truth, Shape prediction)
    {
        var classes = prediction.ndim > 0 ? prediction[-1] : 1;
        if (classes == 1)
            return new BinaryAccuracy(Name);
        return truth.ndim < prediction.ndim || truth[-1] == 1 ? new SparseCategoricalAccuracy(Name) : new CategoricalAccuracy(Name);
    }
}
