using Tensorflow.Common.Types;
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

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        AveragePool2D.Apply(inputs, PoolSize, Strides, Padding);
}
