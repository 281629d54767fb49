using Tensorflow.Keras.Layers;

namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a layer that walks both ways can be told.</summary>
public class BidirectionalArgs : LayerArgs
{
    /// <summary>What walks forward, an <see cref="RNN"/>.</summary>
    public ILayer Layer { get; set; } = null!;

    /// <summary>How both results become one: <c>concat</c>, <c>sum</c>, <c>mul</c>, <c>ave</c>; null for both, one after the
    /// other.</summary>
    public string? MergeMode { get; set; } = "concat";

    /// <summary>What walks backwards; null for one as <see cref="Layer"/>.</summary>
    public ILayer? BackwardLayer { get; set; }
}
