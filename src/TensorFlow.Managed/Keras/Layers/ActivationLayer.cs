using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>A function of each element as a layer of its own; in Keras it is called Activation, as the function is here.</summary>
public class ActivationLayer : Layer
{
    private readonly Activation _activation;

    /// <summary>An activation.</summary>
    public ActivationLayer(ActivationArgs args)
        : base(args)
    {
        _activation = args.Activation;
        Input = new InputSpec();
    }

    internal override string ClassName => "Activation";

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        _activation.Apply(inputs);
}
