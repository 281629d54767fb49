namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a layer that scales its input can be told.</summary>
public class RescalingArgs : LayerArgs
{
    /// <summary>What each element is multiplied by.</summary>
    public float Scale { get; set; }

    /// <summary>What is added then.</summary>
    public float Offset { get; set; }
}
