using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>x where it is positive, else alpha * x.</summary>
public class LeakyReLU : Layer
{
    private readonly float _alpha;

    /// <summary>A leaky ReLU.</summary>
    public LeakyReLU(LeakyReLUArgs args)
        : base(args)
    {
        _alpha = args.Alpha;
        Input = new InputSpec();
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        LeakyRelu.Apply(inputs, _alpha);
}
