using Tensorflow.Common.Types;
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

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        MaxPool2D.Apply(inputs, PoolSize, Strides, Padding);
}
