namespace Tensorflow.Keras.Metrics;

/// <summary>The mean cross-entropy between one-hot labels and predictions, both (N, ..., classes).</summary>
public sealed class CategoricalCrossentropy : MeanMetricWrapper
{
    /// <param name="name">The name under which logs show it.</param>
    /// <param name="from_logits">True when predictions are logits; false when they are probabilities.</param>
    /// <param name="label_smoothing">s in [0, 1]: labels become <c>y (1 - s) + s / classes</c>.</param>
    public CategoricalCrossentropy(string name = "categorical_crossentropy", bool from_logits = false, float label_smoothing = 0f)
        : this(new Losses.CategoricalCrossentropy(Reduction.NONE, name, from_logits, label_smoothing))
    {
    }

    private CategoricalCrossentropy(Losses.CategoricalCrossentropy loss)
        : base((y_true, y_pred) => loss.Call(y_true, y_pred), loss.Name)
    {
    }
}
