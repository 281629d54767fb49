using Tensorflow.Keras.Datasets;

namespace Tensorflow.Keras;

/// <content>Data sets.</content>
public sealed partial class KerasInterface
{
    /// <summary>Data sets that are found or fetched by their names.</summary>
    public KerasDataset datasets { get; } = new();
}
