namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a ReLU can be told.</summary>
public class ReLUArgs : LayerArgs
{
    /// <summary>The largest value; null for no limit.</summary>
    public float? MaxValue { get; set; }

    /// <summary>The slope below the threshold.</summary>
    public float NegativeSlope { get; set; }

    /// <summary>Where x itself begins.</summary>
    public float Threshold { get; set; }
}
