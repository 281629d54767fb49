using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>The inputs one after the other along an axis; their other sizes are equal.</summary>
public class Concatenate : Layer
{
    private readonly int _axis;

    /// <summary>A joining layer.</summary>
    public Concatenate(MergeArgs args)
        : base(args) => _axis = args.Axis;

    internal override Shape[] ComputeOutputShapes(Shape[] inputs)
    {
        var sum = 0L;
        foreach (var shape in inputs)
        {
            if (!shape.With(_axis, -1).is_compatible_with(inputs[0].With(_axis, -1)))
                throw new ArgumentException(
                    $"{Description} needs inputs that differ along axis {_axis} only; it got {new KerasShapesWrapper(inputs)}.");
            sum = sum < 0 || shape[_axis] < 0 ? -1 : sum + shape[_axis];
        }

        return [inputs[0].With(_axis, sum)];
    }

    private protected override void CheckInputs(Tensors inputs)
    {
        if (inputs.Count < 2)
            throw new ArgumentException($"{Description} needs at least two inputs; it got {inputs.Count}.");
        ComputeOutputShapes(ShapesOf(inputs));
    }

    private protected override TF_DataType ComputeOutputType(TF_DataType input) => input;

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null) =>
        Concat.Apply(inputs, _axis);
}
