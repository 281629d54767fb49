namespace Tensorflow.Keras.Losses;

/// <summary>Makes losses. Every reduction is <c>auto</c>, <c>sum_over_batch_size</c>,
/// <c>sum</c> or <c>none</c>; null is <c>auto</c>.</summary>
public interface ILossesApi
{
    /// <summary>Cross-entropy between labels of 0 and 1 and their predicted probabilities.</summary>
    /// <param name="from_logits">True when predictions are logits, any number; false when they are probabilities.</param>
    /// <param name="label_smoothing">s in [0, 1]: labels become <c>y (1 - s) + s / 2</c>.</param>
    /// <param name="axis">The axis that is averaged to give a sample's loss.</param>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name.</param>
    ILossFunc BinaryCrossentropy(
        bool from_logits = false, float label_smoothing = 0f, int axis = -1, string reduction = "auto",
        string name = "binary_crossentropy");

    /// <summary>Cross-entropy between class numbers and predictions of shape (N, ..., classes).</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>sparse_categorical_crossentropy</c>.</param>
    /// <param name="from_logits">True when predictions are logits; false when they are probabilities.</param>
    ILossFunc SparseCategoricalCrossentropy(string? reduction = null, string? name = null, bool from_logits = false);

    /// <summary>Cross-entropy between one-hot labels and predictions, both of shape (N, ..., classes).</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>categorical_crossentropy</c>.</param>
    /// <param name="from_logits">True when predictions are logits; false when they are probabilities.</param>
    /// <param name="label_smoothing">s in [0, 1]: labels become <c>y (1 - s) + s / classes</c>.</param>
    ILossFunc CategoricalCrossentropy(string? reduction = null, string? name = null, bool from_logits = false, float label_smoothing = 0f);

    /// <summary>The mean of the squared differences.</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>mean_squared_error</c>.</param>
    ILossFunc MeanSquaredError(string? reduction = null, string? name = null);

    /// <summary>The mean of the absolute differences.</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>mean_absolute_error</c>.</param>
    ILossFunc MeanAbsoluteError(string? reduction = null, string? name = null);

    /// <summary>The loss of a name, with its defaults: <c>binary_crossentropy</c>, <c>mse</c>, ...</summary>
    /// <exception cref="ArgumentException">There is no such loss; the message lists those there are.</exception>
    ILossFunc get(string identifier);
}
