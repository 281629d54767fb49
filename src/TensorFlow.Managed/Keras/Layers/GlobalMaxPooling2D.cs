using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>The largest value of each channel: (N, H, W, C) gives (N, C).</summary>
public class GlobalMaxPooling2D : GlobalPooling
{
    /// <summary>A pooling layer.</summary>
    public GlobalMaxPooling2D(GlobalPoolingArgs args)
        : base(args, spatialAxes: 2)
    {
    }

    private protected override Tensor Pool(Tensor x, int[] axes, bool keepDims) => ReduceMax.Apply(x, axes, keepDims);
}
