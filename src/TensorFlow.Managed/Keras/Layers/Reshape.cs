using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>Each example under another shape: (N, ...) gives (N, target_shape).</summary>
/// <example><code>keras.layers.Reshape((7, 7, 256))</code></example>
public class Reshape : Layer
{
    private readonly Shape _target;

    /// <summary>A reshaping layer.</summary>
    /// <exception cref="ArgumentException">More than one size is -1.</exception>
    public Reshape(ReshapeArgs args)
        : base(args)
    {
        _target = args.TargetShape;
        if (_target.Count(size => size < 0) > 1)
            throw new ArgumentException($"{Description}: only one size may be -1, in {_target}.");
        Input = new InputSpec(MinimumRank: 1, Floating: false);
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape)
    {
        var example = input_shape[1..].size;
        if (example < 0)
            return _target.Insert(0, input_shape[0]);
        var known = _target.Aggregate(1L, (product, size) => size < 0 ? product : product * size);
        var free = Array.IndexOf(_target.dims, -1);
        if (free >= 0 && known > 0 && example % known == 0)
            return _target.With(free, example / known).Insert(0, input_shape[0]);
        return free < 0 && known == example
            ? _target.Insert(0, input_shape[0])
            : throw new ArgumentException($"{Description}: an example of shape {input_shape[1..]} has {example} elements, which do not fit {_target}.");
    }

    private protected override TF_DataType ComputeOutputType(TF_DataType input) => input;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        Tensor x = inputs;
        return Operations.Reshape.Apply(x, ComputeOutputShape(x.shape));
    }
}
