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

    public ILossFunc get(string identifier) => Find(identifier, "auto") ?? throw new ArgumentException(
        $"There is no loss '{identifier}'; there are binary_crossentropy, categorical_crossentropy, sparse_categorical_crossentropy, " +
        "mean_squared_error (mse) and mean_absolute_error (mae).");

    /// <summary>The loss of a name with its defaults, or null when there is none.</summary>
    internal static ILossFunc? Find(string identifier, string reduction) => identifier switch
    {
        "binary_crossentropy" or "BinaryCrossentropy" => new BinaryCrossentropy(reduction: reduction),
        "categorical_crossentropy" or "CategoricalCrossentropy" => new CategoricalCrossentropy(reduction),
        "sparse_categorical_crossentropy" or "SparseCategoricalCrossentropy" => new SparseCategoricalCrossentropy(reduction),
        "mean_squared_error" or "mse" or "MSE" or "MeanSquaredError" => new MeanSquaredError(reduction),
        "mean_absolute_error" or "mae" or "MAE" or "MeanAbsoluteError" => new MeanAbsoluteError(reduction),
        _ => null,
    };
}
