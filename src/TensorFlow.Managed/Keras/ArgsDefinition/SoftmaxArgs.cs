namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a softmax layer can be told.</summary>
public class SoftmaxArgs : LayerArgs
{
    /// <summary>The axis that sums to 1.</summary>
    public Axis Axis { get; set; } = -1;
}
