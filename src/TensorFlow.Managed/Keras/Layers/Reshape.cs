using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>Each example under another shape: (N, ...) gives (N, target_shape).</summary>
/// <example><code>keras.layers.Reshape((7, 7, 256))</code></example>
public class Reshape : Layer
{
    private readonly Shape _target;
    private readonly long _known = 1;
    private readonly int _free = -1;

    /// <summary>A reshaping layer.</summary>
    /// <exception cref="ArgumentException">More than one size is -1.</exception>
    public Reshape(ReshapeArgs args)
        : base(args)
    {
        _target = args.TargetShape;
        for (var axis = 0; axis < _target.ndim; axis++)
        {
            if (_target[axis] >= 0)
                _known *= _target[axis];
            else if (_free < 0)
                _free = axis;
            else
                throw new ArgumentException($"{Description}: only one size may be -1, in {_target}.");
        }

        Input = new InputSpec(MinimumRank: 1, Floating: false);
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape)
    {
        var example = input_shape[1..].size;
        if (example < 0)
            return _target.Insert(0, input_shape[0]);
        if (_free >= 0 && _known > 0 && example % _known == 0)
            return _target.With(_free, example / _known).Insert(0, input_shape[0]);
        return _free < 0 && _known == example
            ? _target.Insert(0, input_shape[0])
            : throw new ArgumentException(
                $"{Description}: an example of shape {input_shape[1..]} has {example} elements, which do not fit {_target}.");
    }

    private protected override TF_DataType ComputeOutputType(TF_DataType input) => input;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        return Operations.Reshape.Apply(x, ComputeOutputShape(x.shape));
    }
}
