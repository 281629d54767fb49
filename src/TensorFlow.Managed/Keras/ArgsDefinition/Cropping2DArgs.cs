namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a cropping layer can be told.</summary>
public class Cropping2DArgs : LayerArgs
{
    /// <summary>How many pixels of the border are cut off.</summary>
    public ((int Top, int Bottom) Height, (int Left, int Right) Width) Cropping { get; set; }
}
