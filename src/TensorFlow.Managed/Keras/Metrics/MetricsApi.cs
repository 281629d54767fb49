namespace Tensorflow.Keras.Metrics;

/// <inheritdoc cref="IMetricsApi"/>
internal sealed class MetricsApi : IMetricsApi
{
    public Tensor binary_accuracy(Tensor y_true, Tensor y_pred) => Matches.Binary("binary_accuracy", y_true, y_pred, 0.5f);

    public Tensor categorical_accuracy(Tensor y_true, Tensor y_pred) => Matches.Categorical("categorical_accuracy", y_true, y_pred);

    public Tensor sparse_categorical_accuracy(Tensor y_true, Tensor y_pred) =>
        Matches.SparseCategorical("sparse_categorical_accuracy", y_true, y_pred);

    public IMetricFunc Accuracy(string name) => new Accuracy(name);

    public IMetricFunc BinaryAccuracy(string name, float threshold) => new BinaryAccuracy(name, threshold);

    public IMetricFunc CategoricalAccuracy(string name) => new CategoricalAccuracy(name);

    public IMetricFunc SparseCategoricalAccuracy(string name) => new SparseCategoricalAccuracy(name);

    public Mean Mean(string name) => new(name);

    public Sum Sum(string name) => new(name);
}
