namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a dropout layer can be told.</summary>
public class DropoutArgs : LayerArgs
{
    /// <summary>The share of elements that become 0, in [0, 1).</summary>
    public float Rate { get; set; }

    /// <summary>Must be null.</summary>
    public Shape? NoiseShape { get; set; }

    /// <summary>Makes the layer's choice independent of <c>tf.set_random_seed</c>.</summary>
    public int? Seed { get; set; }
}
