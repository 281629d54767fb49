namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What an activation layer can be told.</summary>
public class ActivationArgs : LayerArgs
{
    /// <summary>The function.</summary>
    public Activation Activation { get; set; } = Activations.Get("linear");
}
