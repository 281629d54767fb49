namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a pooling layer can be told.</summary>
public class Pooling2DArgs : LayerArgs
{
    /// <summary>The window, one number or (height, width).</summary>
    public Shape PoolSize { get; set; } = 2;

    /// <summary>The windows' distance; null for the window's size.</summary>
    public Shape? Strides { get; set; }

    /// <summary><c>valid</c> or <c>same</c>.</summary>
    public string Padding { get; set; } = "valid";

    /// <summary>null or <c>channels_last</c>.</summary>
    public string? DataFormat { get; set; }
}
