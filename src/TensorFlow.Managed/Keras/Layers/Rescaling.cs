using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>x scale + offset, of numbers of any type: <c>Rescaling(1 / 127.5f, -1)</c> takes a picture's bytes to [-1, 1].</summary>
public class Rescaling : Layer
{
    private readonly RescalingArgs _args;

    /// <summary>A layer that scales its input.</summary>
    public Rescaling(RescalingArgs args)
        : base(args) => _args = args;

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        Operations.Cast.Apply(inputs, DType) * _args.Scale + _args.Offset;
}
