using Tensorflow.Keras.Layers;

namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What cells on top of each other can be told.</summary>
public class StackedRNNCellsArgs : LayerArgs
{
    /// <summary>The cells, the one that takes the input first.</summary>
    public IReadOnlyList<IRnnCell> Cells { get; set; } = [];
}
