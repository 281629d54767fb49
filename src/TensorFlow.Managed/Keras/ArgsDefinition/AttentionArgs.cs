namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What an attention layer can be told.</summary>
public class AttentionArgs : LayerArgs
{
}
