namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a flattening layer can be told.</summary>
public class FlattenArgs : LayerArgs
{
    /// <summary>null or <c>channels_last</c>.</summary>
    public string? DataFormat { get; set; }
}
