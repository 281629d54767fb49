namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a layer of several inputs can be told.</summary>
public class MergeArgs : LayerArgs
{
    /// <summary>The axis along which inputs are joined; negative ones count from the last.</summary>
    public int Axis { get; set; } = -1;
}
