using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>The mean of each channel: (N, H, W, C) gives (N, C).</summary>
public class GlobalAveragePooling2D : GlobalPooling
{
    /// <summary>A pooling layer.</summary>
    public GlobalAveragePooling2D(GlobalPoolingArgs args)
        : base(args, spatialAxes: 2)
    {
    }

    private protected override Tensor Pool(Tensor x, int[] axes, bool keepDims) => ReduceMean.Apply(x, axes, keepDims);
}
