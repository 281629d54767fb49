namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a reshaping layer can be told.</summary>
public class ReshapeArgs : LayerArgs
{
    /// <summary>The shape of one example; one size may be -1.</summary>
    public Shape TargetShape { get; set; } = Shape.Scalar;
}
