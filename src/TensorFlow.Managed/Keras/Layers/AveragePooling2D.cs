using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>The mean of each window; what lies outside of the picture does not count.</summary>
public class AveragePooling2D : Pooling2D
{
    /// <summary>A pooling layer.</summary>
    public AveragePooling2D(Pooling2DArgs args)
        : base(args)
    {
    }

    private protected override Tensor Pool(Tensor x) => AveragePool2D.Apply(x, PoolSize, Strides, Padding);
}
