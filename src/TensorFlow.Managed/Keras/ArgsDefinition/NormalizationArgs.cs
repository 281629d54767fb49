namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a normalization by the statistics of data can be told.</summary>
public class NormalizationArgs : LayerArgs
{
    /// <summary>The axis whose entries have a mean and a variance each; null for one of all elements.</summary>
    public int? Axis { get; set; } = -1;

    /// <summary>The mean; null for that of the data.</summary>
    public float? Mean { get; set; }

    /// <summary>The variance; null for that of the data.</summary>
    public float? Variance { get; set; }

    /// <summary>Whether it goes the other way.</summary>
    public bool Invert { get; set; }
}
