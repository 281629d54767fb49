namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a layer normalisation can be told.</summary>
public class LayerNormalizationArgs : LayerArgs
{
    /// <summary>The axis; it must be the last, null for the last.</summary>
    public Axis? Axis { get; set; }

    /// <summary>Is added to the variance.</summary>
    public float Epsilon { get; set; } = 1e-3f;

    /// <summary>Whether beta is added.</summary>
    public bool Center { get; set; } = true;

    /// <summary>Whether gamma is multiplied.</summary>
    public bool Scale { get; set; } = true;

    /// <summary>Null for zeros.</summary>
    public IInitializer? BetaInitializer { get; set; }

    /// <summary>Null for ones.</summary>
    public IInitializer? GammaInitializer { get; set; }
}
