using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>The largest value of each channel: (N, T, C) gives (N, C).</summary>
public class GlobalMaxPooling1D : GlobalPooling
{
    /// <summary>A pooling layer.</summary>
    public GlobalMaxPooling1D(GlobalPoolingArgs args)
        : base(args, spatialAxes: 1)
    {
    }

    private protected override Tensor Pool(Tensor x, int[] axes, bool keepDims) => ReduceMax.Apply(x, axes, keepDims);
}
