namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a leaky ReLU can be told.</summary>
public class LeakyReLUArgs : LayerArgs
{
    /// <summary>The slope below 0.</summary>
    public float Alpha { get; set; } = 0.3f;
}
