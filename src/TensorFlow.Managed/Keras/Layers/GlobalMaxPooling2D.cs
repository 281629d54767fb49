using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>The largest value of each channel: (N, H, W, C) gives (N, C).</summary>
public class GlobalMaxPooling2D : GlobalPooling2D
{
    /// <summary>A pooling layer.</summary>
    public GlobalMaxPooling2D(GlobalPooling2DArgs args)
        : base(args)
    {
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        ReduceMax.Apply(inputs, s_axes);
}
