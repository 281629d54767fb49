namespace Tensorflow.Keras.Metrics;

/// <summary>How often a sample's one-hot label is 1 where one of its k largest predictions stands; both are (N, ..., classes).</summary>
public sealed class TopKCategoricalAccuracy : MeanMetricWrapper
{
    /// <param name="k">How many predictions count; those that tie with the last of them do, too.</param>
    /// <param name="name">The name under which logs show it.</param>
    /// <exception cref="ArgumentException">k is not positive.</exception>
    public TopKCategoricalAccuracy(int k = 5, string name = "top_k_categorical_accuracy")
        : base((y_true, y_pred) => Matches.TopK(name, y_true, y_pred, k), name)
    {
        if (k < 1)
            throw new ArgumentException($"{name}: k must be a positive number; it is {k}.");
    }
}
