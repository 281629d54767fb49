using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a spectral normalisation can be told.</summary>
public class SpectralNormalizationArgs : LayerArgs
{
    /// <summary>The layer whose kernel is normalised, a Dense or a Conv2D.</summary>
    public required ILayer Layer { get; set; }

    /// <summary>Power iterations in a training step.</summary>
    public int PowerIterations { get; set; } = 1;
}
