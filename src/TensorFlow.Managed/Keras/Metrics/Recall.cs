using Tensorflow.Operations;

namespace Tensorflow.Keras.Metrics;

/// <summary>Which part of what is 1 the predictions say; 0 when they say none.</summary>
public sealed class Recall : ConfusionMetric
{
    /// <param name="thresholds">Above it a prediction says 1.</param>
    /// <param name="top_k">If above 0, the k largest predictions of the last axis say 1 instead, the first of those that tie.</param>
    /// <param name="name">The name under which logs show it.</param>
    /// <exception cref="ArgumentException">top_k is negative.</exception>
    public Recall(float thresholds = 0.5f, int top_k = 0, string name = "recall")
        : base(name, thresholds, top_k)
    {
    }

    private protected override Tensor Errors(Tensor truth, Tensor says) => LogicalAnd.Apply(truth, LogicalNot.Apply(says));
}
