namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a layer of several attentions can be told.</summary>
public class MultiHeadAttentionArgs : LayerArgs
{
    /// <summary>How many attentions there are.</summary>
    public int NumHeads { get; set; }

    /// <summary>The length of a query and a key in each.</summary>
    public int KeyDim { get; set; }

    /// <summary>The length of a value in each; null for that of a key.</summary>
    public int? ValueDim { get; set; }

    /// <summary>Whether biases are added.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>What the kernels start with; null for Glorot's uniform one.</summary>
    public IInitializer? KernelInitializer { get; set; }

    /// <summary>What the biases start with; null for zeros.</summary>
    public IInitializer? BiasInitializer { get; set; }
}
