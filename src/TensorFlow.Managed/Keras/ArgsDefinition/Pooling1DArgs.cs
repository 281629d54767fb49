namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a layer that pools sequences can be told.</summary>
public class Pooling1DArgs : LayerArgs
{
    /// <summary>The window's length.</summary>
    public int PoolSize { get; set; } = 2;

    /// <summary>Steps from one window to the next; null for the window's length.</summary>
    public int? Strides { get; set; }

    /// <summary><c>valid</c> or <c>same</c>.</summary>
    public string Padding { get; set; } = "valid";

    /// <summary>null or <c>channels_last</c>.</summary>
    public string? DataFormat { get; set; }
}
