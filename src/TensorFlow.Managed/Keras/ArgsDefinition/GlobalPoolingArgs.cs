namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a layer that pools whole examples can be told.</summary>
public class GlobalPoolingArgs : LayerArgs
{
    /// <summary>null or <c>channels_last</c>, or <c>channels_first</c>.</summary>
    public string? DataFormat { get; set; }

    /// <summary>Whether the pooled axes stay, with size 1.</summary>
    public bool KeepDims { get; set; }
}
