namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a model can be told.</summary>
public class ModelArgs : LayerArgs
{
    /// <summary>The symbolic tensors a functional model starts from; null for a model that overrides <c>Call</c>.</summary>
    public Tensors? Inputs { get; set; }

    /// <summary>The symbolic tensors a functional model gives.</summary>
    public Tensors? Outputs { get; set; }
}
