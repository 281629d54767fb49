using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Keras.Layers;

/// <summary>The axes of an example in another order: with (2, 1), (N, T, C) gives (N, C, T).</summary>
public class Permute : Layer
{
    private readonly int[] _axes;

    /// <summary>A layer that gives axes another order.</summary>
    /// <exception cref="ArgumentException">The axes are not 1, 2, ... in some order.</exception>
    public Permute(PermuteArgs args)
        : base(args)
    {
        _axes = [0, .. args.Dims.axes];
        if (!_axes.Order().SequenceEqual(Enumerable.Range(0, _axes.Length)))
            throw new ArgumentException(
                $"{Description}: dims are the axes of an example from 1 on, each once; they are ({string.Join(", ", args.Dims.axes)}).");
        Input = new InputSpec(Rank: _axes.Length, Floating: false);
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => new([.. _axes.Select(axis => input_shape[axis])]);

    private protected override TF_DataType ComputeOutputType(TF_DataType input) => input;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        Operations.Transpose.Apply(inputs, _axes);
}
