namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a layer that gives axes another order can be told.</summary>
public class PermuteArgs : LayerArgs
{
    /// <summary>The axes of an example, counted from 1, in their new order: (2, 1) changes two.</summary>
    public Axis Dims { get; set; } = 1;
}
