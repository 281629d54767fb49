namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What an embedding can be told.</summary>
public class EmbeddingArgs : LayerArgs
{
    /// <summary>The number of the table's rows.</summary>
    public int InputDim { get; set; }

    /// <summary>The length of a row.</summary>
    public int OutputDim { get; set; }

    /// <summary>The table's start; null for uniform in [-0.05, 0.05].</summary>
    public IInitializer? EmbeddingsInitializer { get; set; }

    /// <summary>Must be false.</summary>
    public bool MaskZero { get; set; }
}
