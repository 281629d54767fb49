using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>x where it is positive, else alpha (exp(x) - 1) (Clevert, Unterthiner, Hochreiter, arXiv 1511.07289).</summary>
public class ELU : Layer
{
    private readonly float _alpha;

    /// <summary>An exponential linear unit.</summary>
    public ELU(ELUArgs args)
        : base(args)
    {
        _alpha = args.Alpha;
        Input = new InputSpec();
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => input_shape;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var y = Elu.Apply(inputs);
        return _alpha == 1 ? y : Where.Apply(y < 0, y * _alpha, y);
    }
}
