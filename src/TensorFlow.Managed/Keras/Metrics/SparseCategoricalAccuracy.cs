namespace Tensorflow.Keras.Metrics;

/// <summary>How often the largest of a sample's predictions (N, ...,
/// classes) stands at its class number, (N, ...) or (N, ..., 1).</summary>
public sealed class SparseCategoricalAccuracy : MeanMetricWrapper
{
    /// <param name="name">The name under which logs show it.</param>
    public SparseCategoricalAccuracy(string name = "sparse_categorical_accuracy")
        : base((y_true, y_pred) => Matches.SparseCategorical(name, y_true, y_pred), name)
    {
    }
}
