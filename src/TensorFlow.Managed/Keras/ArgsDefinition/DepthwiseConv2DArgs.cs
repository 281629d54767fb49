namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a depthwise or a separable convolution can be told. The number of filters and what is for a pointwise kernel are of
/// separable ones only; what is for a kernel is of neither.</summary>
public class DepthwiseConv2DArgs : Conv2DArgs
{
    /// <summary>How many channels each channel gives.</summary>
    public int DepthMultiplier { get; set; } = 1;

    /// <summary>The depthwise kernel's start, (height, width, in, multiplier); null for Glorot's uniform one.</summary>
    public IInitializer? DepthwiseInitializer { get; set; }

    /// <summary>What the depthwise kernel costs; null for nothing.</summary>
    public IRegularizer? DepthwiseRegularizer { get; set; }

    /// <summary>What the depthwise kernel keeps to; null for nothing.</summary>
    public IConstraint? DepthwiseConstraint { get; set; }

    /// <summary>The pointwise kernel's start, (1, 1, in * multiplier, filters); null for Glorot's uniform one.</summary>
    public IInitializer? PointwiseInitializer { get; set; }

    /// <summary>What the pointwise kernel costs; null for nothing.</summary>
    public IRegularizer? PointwiseRegularizer { get; set; }

    /// <summary>What the pointwise kernel keeps to; null for nothing.</summary>
    public IConstraint? PointwiseConstraint { get; set; }
}
