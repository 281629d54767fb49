namespace Tensorflow.Keras.Metrics;

/// <summary>Makes metrics, and computes some of them for one batch.</summary>
public interface IMetricsApi
{
    /// <summary>For each sample the part of its predictions above 0.5 whose label is 1, and below whose label is 0;
    /// (N, ...) from (N, ..., n).</summary>
    Tensor binary_accuracy(Tensor y_true, Tensor y_pred);

    /// <summary>For each sample 1 where the largest prediction stands at the one-hot label's 1, else 0;
    /// (N, ...) from (N, ..., classes).</summary>
    Tensor categorical_accuracy(Tensor y_true, Tensor y_pred);

    /// <summary>For each sample 1 where the largest prediction stands at the class number, else 0;
    /// (N, ...) from (N, ..., classes).</summary>
    Tensor sparse_categorical_accuracy(Tensor y_true, Tensor y_pred);

    /// <summary>How often predictions equal the truth exactly.</summary>
    IMetricFunc Accuracy(string name = "accuracy");

    /// <summary>How often predictions above the threshold have the label 1, and the others the label 0.</summary>
    /// <param name="name">The name under which logs show it.</param>
    /// <param name="threshold">Above it a prediction means 1; 0.5 suits probabilities, 0 logits.</param>
    IMetricFunc BinaryAccuracy(string name = "binary_accuracy", float threshold = 0.5f);

    /// <summary>How often the largest prediction stands at the one-hot label's 1.</summary>
    IMetricFunc CategoricalAccuracy(string name = "categorical_accuracy");

    /// <summary>How often the largest prediction stands at the class number.</summary>
    IMetricFunc SparseCategoricalAccuracy(string name = "sparse_categorical_accuracy");

    /// <summary>The mean of values.</summary>
    Mean Mean(string name = "mean");

    /// <summary>The sum of values.</summary>
    Sum Sum(string name = "sum");
}
