namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a sequential model can be told.</summary>
public class SequentialArgs : ModelArgs
{
    /// <summary>The layers in the order of their application.</summary>
    public List<ILayer> Layers { get; set; } = [];
}
