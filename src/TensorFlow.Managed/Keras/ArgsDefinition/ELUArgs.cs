namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What an exponential linear unit can be told.</summary>
public class ELUArgs : LayerArgs
{
    /// <summary>How far below 0 it goes.</summary>
    public float Alpha { get; set; } = 0.1f;
}
