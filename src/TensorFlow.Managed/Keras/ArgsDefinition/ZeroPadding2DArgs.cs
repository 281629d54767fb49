namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a padding layer can be told.</summary>
public class ZeroPadding2DArgs : LayerArgs
{
    /// <summary>The widths of the border in pixels.</summary>
    public ((int Top, int Bottom) Height, (int Left, int Right) Width) Padding { get; set; } = ((1, 1), (1, 1));
}
