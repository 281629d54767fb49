namespace Tensorflow.Keras.Metrics;

/// <summary>How often predictions above the threshold have the label 1, and the others the label 0.</summary>
public sealed class BinaryAccuracy : MeanMetricWrapper
{
    /// <param name="name">The name under which logs show it.</param>
    /// <param name="threshold">Above it a prediction means 1; 0.5 suits probabilities, 0 logits.</param>
    public BinaryAccuracy(string name = "binary_accuracy", float threshold = 0.5f)
        : base((y_true, y_pred) => Matches.Binary(name, y_true, y_pred, threshold), name)
    {
    }
}
