namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a GRU can be told.</summary>
public class GRUArgs : RNNArgs
{
    /// <summary>Whether the reset gate is multiplied after the product with the state's kernel, and that has a bias of its own.</summary>
    public bool ResetAfter { get; set; } = true;
}
