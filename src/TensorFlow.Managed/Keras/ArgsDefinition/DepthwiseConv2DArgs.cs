namespace Tensorflow.Keras.ArgsDefinition;

/// <summary>What a depthwise or a separable convolution can be told; of the depthwise one the number of filters is not looked at.</summary>
public class DepthwiseConv2DArgs : Conv2DArgs
{
    /// <summary>How many channels each channel gives.</summary>
    public int DepthMultiplier { get; set; } = 1;

    /// <summary>The depthwise kernel's start, (height, width, in, multiplier); null for Glorot's uniform one.</summary>
    public IInitializer? DepthwiseInitializer { get; set; }

    /// <summary>The pointwise kernel's start, (1, 1, in * multiplier, filters); null for Glorot's uniform one.</summary>
    public IInitializer? PointwiseInitializer { get; set; }
}
