namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a layer that pools whole pictures can be told.</summary>
public class GlobalPooling2DArgs : LayerArgs
{
    /// <summary>null or <c>channels_last</c>.</summary>
    public string? DataFormat { get; set; }
}
