using Tensorflow.Operations;

namespace Tensorflow.Keras.Metrics;

/// <summary>Which part of the predictions that say 1 is right; 0 when none says it.</summary>
public sealed class Precision : ConfusionMetric
{
    /// <param name="thresholds">Above it a prediction says 1.</param>
    /// <param name="top_k">If above 0, the k largest predictions of the last axis say 1 instead, the first of those that tie.</param>
    /// <param name="name">The name under which logs show it.</param>
    /// <exception cref="ArgumentException">top_k is negative.</exception>
    public Precision(float thresholds = 0.5f, int top_k = 0, string name = "precision")
        : base(name, thresholds, top_k)
    {
    }

    private protected override Tensor Errors(Tensor truth, Tensor says) => LogicalAnd.Apply(LogicalNot.Apply(truth), says);
}
