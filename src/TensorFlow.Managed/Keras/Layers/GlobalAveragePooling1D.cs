using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>The mean of each channel: (N, T, C) gives (N, C).</summary>
public class GlobalAveragePooling1D : GlobalPooling
{
    /// <summary>A pooling layer.</summary>
    public GlobalAveragePooling1D(GlobalPoolingArgs args)
        : base(args, spatialAxes: 1)
    {
    }

    private protected override Tensor Pool(Tensor x, int[] axes, bool keepDims) => ReduceMean.Apply(x, axes, keepDims);
}
