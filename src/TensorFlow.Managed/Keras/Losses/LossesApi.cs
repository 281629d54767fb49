namespace Tensorflow.Keras.Losses;

/// <inheritdoc cref="ILossesApi"/>
internal sealed class LossesApi : ILossesApi
{
    public ILossFunc BinaryCrossentropy(bool from_logits, float label_smoothing, int axis, string reduction, string name) =>
        new BinaryCrossentropy(from_logits, label_smoothing, axis, reduction, name);

    public ILossFunc SparseCategoricalCrossentropy(string? reduction, string? name, bool from_logits) =>
        new SparseCategoricalCrossentropy(reduction, name, from_logits);

    public ILossFunc CategoricalCrossentropy(string? reduction, string? name, bool from_logits, float label_smoothing) =>
        new CategoricalCrossentropy(reduction, name, from_logits, label_smoothing);

    public ILossFunc MeanSquaredError(string? reduction, string? name) => new MeanSquaredError(reduction, name);

    public ILossFunc MeanAbsoluteError(string? reduction, string? name) => new MeanAbsoluteError(reduction, name);

    public ILossFunc MeanAbsolutePercentageError(string? reduction, string? name) => new MeanAbsolutePercentageError(reduction, name);

    public ILossFunc MeanSquaredLogarithmicError(string? reduction, string? name) => new MeanSquaredLogarithmicError(reduction, name);

    public ILossFunc CosineSimilarity(string? reduction, int axis, string? name) => new CosineSimilarity(reduction, axis, name);

    public ILossFunc Huber(string? reduction, string? name, Tensor? delta) => new Huber(reduction, name, delta is null ? 1 : (double)delta);

    public ILossFunc LogCosh(string? reduction, string? name) => new LogCosh(reduction, name);

    public ILossFunc Hinge(string? reduction, string? name) => new Hinge(reduction, name);

    public ILossFunc SquaredHinge(string? reduction, string? name) => new SquaredHinge(reduction, name);

    public ILossFunc CategoricalHinge(string? reduction, string? name) => new CategoricalHinge(reduction, name);

    public ILossFunc KLDivergence(string? reduction, string? name) => new KLDivergence(reduction, name);

    public ILossFunc Poisson(string? reduction, string? name) => new Poisson(reduction, name);

    public ILossFunc SigmoidFocalCrossEntropy(bool from_logits, float alpha, float gamma, string reduction, string name) =>
        new SigmoidFocalCrossEntropy(from_logits, alpha, gamma, reduction, name);

    public ILossFunc get(string identifier) => Find(identifier, "auto") ?? throw new ArgumentException(
        $"There is no loss '{identifier}'; there are binary_crossentropy, categorical_crossentropy, sparse_categorical_crossentropy, " +
        "cosine_similarity, hinge, squared_hinge, categorical_hinge, kl_divergence (kld), poisson, huber, log_cosh, " +
        "mean_squared_error (mse), mean_absolute_error (mae), mean_absolute_percentage_error (mape) " +
        "and mean_squared_logarithmic_error (msle).");

    /// <summary>The loss of a name with its defaults, or null when there is none.</summary>
    internal static ILossFunc? Find(string identifier, string reduction) => identifier switch
    {
        "binary_crossentropy" or "BinaryCrossentropy" => new BinaryCrossentropy(reduction: reduction),
        "categorical_crossentropy" or "CategoricalCrossentropy" => new CategoricalCrossentropy(reduction),
        "sparse_categorical_crossentropy" or "SparseCategoricalCrossentropy" => new SparseCategoricalCrossentropy(reduction),
        "mean_squared_error" or "mse" or "MSE" or "MeanSquaredError" => new MeanSquaredError(reduction),
        "mean_absolute_error" or "mae" or "MAE" or "MeanAbsoluteError" => new MeanAbsoluteError(reduction),
        "mean_absolute_percentage_error" or "mape" or "MAPE" or "MeanAbsolutePercentageError" =>
            new MeanAbsolutePercentageError(reduction),
        "mean_squared_logarithmic_error" or "msle" or "MSLE" or "MeanSquaredLogarithmicError" =>
            new MeanSquaredLogarithmicError(reduction),
        "cosine_similarity" or "CosineSimilarity" => new CosineSimilarity(reduction),
        "huber" or "huber_loss" or "Huber" => new Huber(reduction),
        "log_cosh" or "logcosh" or "LogCosh" => new LogCosh(reduction),
        "hinge" or "Hinge" => new Hinge(reduction),
        "squared_hinge" or "SquaredHinge" => new SquaredHinge(reduction),
        "categorical_hinge" or "CategoricalHinge" => new CategoricalHinge(reduction),
        "kl_divergence" or "kullback_leibler_divergence" or "kld" or "KLD" or "KLDivergence" => new KLDivergence(reduction),
        "poisson" or "Poisson" => new Poisson(reduction),
        _ => null,
    };
}
