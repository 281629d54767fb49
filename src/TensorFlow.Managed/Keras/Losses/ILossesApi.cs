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

    /// <summary>100 times the mean of the absolute differences in parts of the truth.</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>mean_absolute_percentage_error</c>.</param>
    ILossFunc MeanAbsolutePercentageError(string? reduction = null, string? name = null);

    /// <summary>The mean of the squared differences of logarithms.</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>mean_squared_logarithmic_error</c>.</param>
    ILossFunc MeanSquaredLogarithmicError(string? reduction = null, string? name = null);

    /// <summary>Minus the cosine of the angle between truth and prediction.</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="axis">The axis of a vector.</param>
    /// <param name="name">The loss's name; null for <c>cosine_similarity</c>.</param>
    ILossFunc CosineSimilarity(string? reduction = null, int axis = -1, string? name = null);

    /// <summary>The mean of the squared differences where they are small, of the absolute ones where they are large.</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>huber_loss</c>.</param>
    /// <param name="delta">What is small, a number above 0; null for 1.</param>
    ILossFunc Huber(string? reduction = null, string? name = null, Tensor? delta = null);

    /// <summary>The mean of ln cosh of the differences.</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>log_cosh</c>.</param>
    ILossFunc LogCosh(string? reduction = null, string? name = null);

    /// <summary>The mean of max(1 - y x, 0), y the truth, -1 or 1. Truths of 0 and 1 are taken for -1 and 1.</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>hinge</c>.</param>
    ILossFunc Hinge(string? reduction = null, string? name = null);

    /// <summary>The mean of max(1 - y x, 0)², y the truth, -1 or 1. Truths of 0 and 1 are taken for -1 and 1.</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>squared_hinge</c>.</param>
    ILossFunc SquaredHinge(string? reduction = null, string? name = null);

    /// <summary>How little the score of the right class is above the largest of a wrong one, up to 1; truths are one-hot.</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>categorical_hinge</c>.</param>
    ILossFunc CategoricalHinge(string? reduction = null, string? name = null);

    /// <summary>The sum of y ln(y / x) over the last axis, of two distributions.</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>kl_divergence</c>.</param>
    ILossFunc KLDivergence(string? reduction = null, string? name = null);

    /// <summary>The mean of x - y ln x, y a count and x its expected value.</summary>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name; null for <c>poisson</c>.</param>
    ILossFunc Poisson(string? reduction = null, string? name = null);

    /// <summary>Cross-entropy between labels of 0 and 1 and their predicted probabilities, in which what is predicted well counts
    /// less.</summary>
    /// <param name="from_logits">True when predictions are logits, any number; false when they are probabilities.</param>
    /// <param name="alpha">The weight of a label of 1; 1 - alpha is that of 0.</param>
    /// <param name="gamma">How much less what is predicted well counts; 0 for not at all.</param>
    /// <param name="reduction">How the samples' losses become one.</param>
    /// <param name="name">The loss's name.</param>
    ILossFunc SigmoidFocalCrossEntropy(
        bool from_logits = false, float alpha = 0.25f, float gamma = 2f, string reduction = "none",
        string name = "sigmoid_focal_crossentropy");

    /// <summary>The loss of a name, with its defaults: <c>binary_crossentropy</c>, <c>mse</c>, ...</summary>
    /// <exception cref="ArgumentException">There is no such loss; the message lists those there are.</exception>
    ILossFunc get(string identifier);
}
