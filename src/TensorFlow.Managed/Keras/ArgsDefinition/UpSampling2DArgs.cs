namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What an enlarging layer can be told.</summary>
public class UpSampling2DArgs : LayerArgs
{
    /// <summary>How many times, one number or (height, width).</summary>
    public Shape Size { get; set; } = 2;

    /// <summary>null or <c>channels_last</c>.</summary>
    public string? DataFormat { get; set; }

    /// <summary><c>nearest</c> or <c>bilinear</c>.</summary>
    public string Interpolation { get; set; } = "nearest";
}
