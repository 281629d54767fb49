namespace Tensorflow.Keras.Engine;

/// <summary>What a step is given.</summary>
/// <param name="X">The inputs.</param>
/// <param name="Y">The labels; null for data without labels.</param>
/// <param name="Weights">A weight for each example; null counts all alike.</param>
internal readonly record struct Batch(Tensors X, Tensors? Y, Tensor? Weights)
{
    /// <summary>The batches of a dataset.</summary>
    /// <param name="dataset">Inputs and labels.</param>
    /// <param name="classes">Weights of classes; null counts all alike.</param>
    internal static IEnumerable<Batch> Of(IDatasetV2 dataset, ClassWeights? classes = null) =>
        dataset.Select(batch => new Batch(batch.Item1, batch.Item2, classes?.Of(batch.Item2)));
}
