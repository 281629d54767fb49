namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a group normalisation can be told.</summary>
public class GroupNormalizationArgs : LayerArgs
{
    /// <summary>How many groups the channels make; -1 for one a channel.</summary>
    public int Groups { get; set; } = 32;

    /// <summary>Is added to the variance.</summary>
    public float Epsilon { get; set; } = 1e-3f;

    /// <summary>Whether beta is added.</summary>
    public bool Center { get; set; } = true;

    /// <summary>Whether gamma is multiplied.</summary>
    public bool Scale { get; set; } = true;

    /// <summary>What beta starts with; null for zeros.</summary>
    public IInitializer? BetaInitializer { get; set; }

    /// <summary>What gamma starts with; null for ones.</summary>
    public IInitializer? GammaInitializer { get; set; }
}
