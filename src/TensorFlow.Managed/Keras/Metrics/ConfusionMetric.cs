using Tensorflow.Gradients;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Metrics;

/// <summary>What precision and recall share: they count, with their weights, predictions that say 1 rightly, and those that err.</summary>
public abstract class ConfusionMetric : Metric, IMetricFunc
{
    private readonly float _threshold;
    private readonly int _topK;
    private double _right;
    private double _wrong;

    private protected ConfusionMetric(string name, float threshold, int topK)
        : base(name)
    {
        (_threshold, _topK) = (threshold, topK);
        if (topK < 0)
            throw new ArgumentException($"{name}: top_k must not be negative; it is {topK}.");
    }

    internal override double Value => _right == 0 ? 0 : _right / (_right + _wrong);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">Shapes do not fit; the message names the metric.</exception>
    public Tensor update_state(Tensor y_true, Tensor y_pred, Tensor? sample_weight = null)
    {
        using (Tape.Pause())
        using (TensorScope.Begin())
        {
            var truth = Cast.Apply(y_true, TF_DataType.TF_BOOL);
            var scores = Cast.Apply(y_pred, TF_DataType.TF_FLOAT);
            if (truth.size != scores.size)
                throw new ArgumentException(
                    $"{Name}: y_true of shape {y_true.shape} does not fit y_pred of shape {y_pred.shape}; they must be equal.");
            truth = Reshape.Apply(truth, scores.shape);
            var says = _topK > 0 ? Matches.AreAmongTop(Name, scores, _topK) : scores > _threshold;
            _right += Count(LogicalAnd.Apply(truth, says), sample_weight);
            _wrong += Count(Errors(truth, says), sample_weight);
        }

        return result();
    }

    /// <inheritdoc/>
    public override void reset_states() => (_right, _wrong) = (0, 0);

    /// <inheritdoc/>
    public override double[] get_state() => [_right, _wrong];

    /// <summary>The predictions that count against the metric.</summary>
    private protected abstract Tensor Errors(Tensor truth, Tensor says);

    private protected override void SetState(double[] state) => (_right, _wrong) = (state[0], state[1]);

    private double Count(Tensor which, Tensor? weights) => WeightedSum.Of(Name, which, weights).Total;
}
