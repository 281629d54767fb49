namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a batch normalisation can be told.</summary>
public class BatchNormalizationArgs : LayerArgs
{
    /// <summary>The channels' axis; it must be the last.</summary>
    public int Axis { get; set; } = -1;

    /// <summary>How much of the moving statistics a training step keeps.</summary>
    public float Momentum { get; set; } = 0.99f;

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

    /// <summary>Null for zeros.</summary>
    public IInitializer? MovingMeanInitializer { get; set; }

    /// <summary>Null for ones.</summary>
    public IInitializer? MovingVarianceInitializer { get; set; }

    /// <summary>Must be false.</summary>
    public bool Renorm { get; set; }
}
