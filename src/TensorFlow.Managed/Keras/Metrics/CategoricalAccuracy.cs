namespace Tensorflow.Keras.Metrics;

/// <summary>How often the largest of a sample's predictions stands where its one-hot label is 1; both are (N, ..., classes).</summary>
public sealed class CategoricalAccuracy : MeanMetricWrapper
{
    /// <param name="name">The name under which logs show it.</param>
    public CategoricalAccuracy(string name = "categorical_accuracy")
        : base((y_true, y_pred) => Matches.Categorical(name, y_true, y_pred), name)
    {
    }
}
