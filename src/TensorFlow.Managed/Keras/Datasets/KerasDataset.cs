namespace Tensorflow.Keras.Datasets;

/// <summary>What <c>keras.datasets</c> offers.</summary>
public sealed class KerasDataset
{
    internal KerasDataset()
    {
    }

    /// <summary>70,000 pictures of clothes.</summary>
    public FashionMnist fashion_mnist { get; } = new();
}
