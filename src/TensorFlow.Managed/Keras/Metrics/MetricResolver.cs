using Tensorflow.Keras.Losses;

namespace Tensorflow.Keras.Metrics;

/// <summary>
/// Metrics by the names that <c>compile</c> takes. What <c>accuracy</c> means depends on the form of truth and predictions, so names are
/// resolved when the first batch has shown it, as in Keras.
/// </summary>
internal static class MetricResolver
{
    /// <summary>Refuses a name at once, before the first batch.</summary>
    /// <exception cref="ArgumentException">There is no such metric; the message lists those there are.</exception>
    internal static void Check(string identifier) => Resolve(identifier, Shape.Scalar, Shape.Scalar);

    /// <param name="identifier">A metric's or a loss's name.</param>
    /// <param name="y_true">The shape of a batch of labels.</param>
    /// <param name="y_pred">The shape of a batch of predictions.</param>
    /// <returns>A new metric under the name that was asked for; <c>acc</c> stays <c>acc</c>.</returns>
    /// <exception cref="ArgumentException">There is no such metric; the message lists those there are.</exception>
    internal static IMetricFunc Resolve(string identifier, Shape y_true, Shape y_pred) => identifier switch
    {
        "accuracy" or "acc" => Accuracy(identifier, y_true, y_pred),
        "binary_accuracy" or "BinaryAccuracy" => new BinaryAccuracy(identifier),
        "categorical_accuracy" or "CategoricalAccuracy" => new CategoricalAccuracy(identifier),
        "sparse_categorical_accuracy" or "SparseCategoricalAccuracy" => new SparseCategoricalAccuracy(identifier),
        "top_k_categorical_accuracy" or "TopKCategoricalAccuracy" => new TopKCategoricalAccuracy(name: identifier),
        "precision" or "Precision" => new Precision(name: identifier),
        "recall" or "Recall" => new Recall(name: identifier),
        // The loss of this name is the negative.
        "cosine_similarity" or "CosineSimilarity" => new CosineSimilarity(identifier),
        _ => LossesApi.Find(identifier, "none") is { } loss
            ? new MeanMetricWrapper((truth, predictions) => loss.Call(truth, predictions), identifier)
            : throw new ArgumentException(
                $"There is no metric '{identifier}'; there are accuracy, binary_accuracy, categorical_accuracy, precision, recall, " +
                "sparse_categorical_accuracy, top_k_categorical_accuracy and the names of losses."),
    };

    private static MeanMetricWrapper Accuracy(string name, Shape y_true, Shape y_pred)
    {
        if (y_pred.ndim == 0 || y_pred[-1] == 1)
            return new BinaryAccuracy(name);
        return y_true.ndim < y_pred.ndim || y_true[-1] == 1 ? new SparseCategoricalAccuracy(name) : new CategoricalAccuracy(name);
    }
}
