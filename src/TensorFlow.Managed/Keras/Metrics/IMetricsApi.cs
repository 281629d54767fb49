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

    /// <summary>For each sample the cross-entropy between its one-hot label and its predictions; (N, ...) from (N, ..., classes).</summary>
    Tensor categorical_crossentropy(Tensor y_true, Tensor y_pred, bool from_logits = false, float label_smoothing = 0f);

    /// <summary>For each sample the mean absolute difference; (N, ...) from (N, ..., n).</summary>
    Tensor mean_absolute_error(Tensor y_true, Tensor y_pred);

    /// <summary>For each sample 100 times the mean absolute difference in parts of the truth; (N, ...) from (N, ..., n).</summary>
    Tensor mean_absolute_percentage_error(Tensor y_true, Tensor y_pred);

    /// <summary>For each sample 1 where its one-hot label is 1 at one of the k largest predictions, else 0;
    /// (N, ...) from (N, ..., classes).</summary>
    Tensor top_k_categorical_accuracy(Tensor y_true, Tensor y_pred, int k = 5);

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

    /// <summary>How often one of the k largest predictions stands at the one-hot label's 1.</summary>
    IMetricFunc TopKCategoricalAccuracy(int k = 5, string name = "top_k_categorical_accuracy");

    /// <summary>The mean cross-entropy between one-hot labels and predictions.</summary>
    IMetricFunc CategoricalCrossentropy(string name = "categorical_crossentropy", bool from_logits = false, float label_smoothing = 0f);

    /// <summary>The mean cosine of the angle between truth and predictions along an axis.</summary>
    IMetricFunc CosineSimilarity(string name = "cosine_similarity", int axis = -1);

    /// <summary>Which part of the predictions that say 1 is right.</summary>
    /// <param name="thresholds">Above it a prediction says 1.</param>
    /// <param name="top_k">If above 0, the k largest predictions of the last axis say 1 instead.</param>
    /// <param name="name">The name under which logs show it.</param>
    IMetricFunc Precision(float thresholds = 0.5f, int top_k = 0, string name = "precision");

    /// <summary>Which part of what is 1 the predictions say.</summary>
    /// <inheritdoc cref="Precision"/>
    IMetricFunc Recall(float thresholds = 0.5f, int top_k = 0, string name = "recall");

    /// <summary>The mean of values.</summary>
    Mean Mean(string name = "mean");

    /// <summary>The sum of values.</summary>
    Sum Sum(string name = "sum");
}
