namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a parametric ReLU can be told.</summary>
public class PReLUArgs : LayerArgs
{
    /// <summary>The slopes' start; null for zeros.</summary>
    public IInitializer? AlphaInitializer { get; set; }

    /// <summary>What the slopes cost; null for nothing.</summary>
    public IRegularizer? AlphaRegularizer { get; set; }

    /// <summary>What the slopes keep to; null for nothing.</summary>
    public IConstraint? AlphaConstraint { get; set; }

    /// <summary>Axes along which there is one slope, counted with the batch's: (1, 2) for one a channel of pictures. Null for a slope for
    /// each place.</summary>
    public Axis? SharedAxes { get; set; }
}
