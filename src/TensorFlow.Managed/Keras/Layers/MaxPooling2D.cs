using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>The largest value of each window.</summary>
public class MaxPooling2D : Pooling2D
{
    /// <summary>A pooling layer.</summary>
    public MaxPooling2D(Pooling2DArgs args)
        : base(args)
    {
    }

    private protected override Tensor Pool(Tensor x) => MaxPool2D.Apply(x, PoolSize, Strides, Padding);
}
