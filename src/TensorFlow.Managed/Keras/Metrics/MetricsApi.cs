namespace Tensorflow.Keras.Metrics;

/// <inheritdoc cref="IMetricsApi"/>
internal sealed class MetricsApi : IMetricsApi
{
    public Tensor binary_accuracy(Tensor y_true, Tensor y_pred) => Matches.Binary("binary_accuracy", y_true, y_pred, 0.5f);

    public Tensor categorical_accuracy(Tensor y_true, Tensor y_pred) => Matches.Categorical("categorical_accuracy", y_true, y_pred);

    public Tensor sparse_categorical_accuracy(Tensor y_true, Tensor y_pred) =>
        Matches.SparseCategorical("sparse_categorical_accuracy", y_true, y_pred);

    public Tensor categorical_crossentropy(Tensor y_true, Tensor y_pred, bool from_logits, float label_smoothing) =>
        new Losses.CategoricalCrossentropy(Reduction.NONE, null, from_logits, label_smoothing).Call(y_true, y_pred);

    public Tensor mean_absolute_error(Tensor y_true, Tensor y_pred) =>
        new Losses.MeanAbsoluteError(Reduction.NONE).Call(y_true, y_pred);

    public Tensor mean_absolute_percentage_error(Tensor y_true, Tensor y_pred) =>
        new Losses.MeanAbsolutePercentageError(Reduction.NONE).Call(y_true, y_pred);

    public Tensor top_k_categorical_accuracy(Tensor y_true, Tensor y_pred, int k) =>
        Matches.TopK("top_k_categorical_accuracy", y_true, y_pred, k);

    public IMetricFunc TopKCategoricalAccuracy(int k, string name) => new TopKCategoricalAccuracy(k, name);

    public IMetricFunc CategoricalCrossentropy(string name, bool from_logits, float label_smoothing) =>
        new CategoricalCrossentropy(name, from_logits, label_smoothing);

    public IMetricFunc CosineSimilarity(string name, int axis) => new CosineSimilarity(name, axis);

    public IMetricFunc Precision(float thresholds, int top_k, string name) => new Precision(thresholds, top_k, name);

    public IMetricFunc Recall(float thresholds, int top_k, string name) => new Recall(thresholds, top_k, name);

    public IMetricFunc Accuracy(string name) => new Accuracy(name);

    public IMetricFunc BinaryAccuracy(string name, float threshold) => new BinaryAccuracy(name, threshold);

    public IMetricFunc CategoricalAccuracy(string name) => new CategoricalAccuracy(name);

    public IMetricFunc SparseCategoricalAccuracy(string name) => new SparseCategoricalAccuracy(name);

    public Mean Mean(string name) => new(name);

    public Sum Sum(string name) => new(name);
}
