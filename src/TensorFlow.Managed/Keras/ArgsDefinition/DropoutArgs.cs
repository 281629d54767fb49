namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a dropout layer can be told.</summary>
public class DropoutArgs : LayerArgs
{
    /// <summary>The share of elements that become 0, in [0, 1).</summary>
    public float Rate { get; set; }

    /// <summary>Must be null.</summary>
    public Shape? NoiseShape { get; set; }

    /// <summary>Chooses a stream that depends on it and on <c>tf.set_random_seed</c> only; null for the program's next one.</summary>
    public int? Seed { get; set; }
}
