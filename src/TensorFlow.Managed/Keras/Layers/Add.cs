using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Layers;

/// <summary>The sum of the inputs, which broadcast along the batch and axes of size 1.</summary>
public class Add : Layer
{
    /// <summary>An adding layer.</summary>
    public Add(MergeArgs args)
        : base(args) => Input = new InputSpec();

    internal override Shape[] ComputeOutputShapes(Shape[] inputs)
    {
        var sum = inputs[0].dims;
        foreach (var shape in inputs)
        {
            for (var axis = 0; axis < sum.Length; axis++)
            {
                if (shape.ndim != sum.Length || (sum[axis] > 1 && shape[axis] > 1 && sum[axis] != shape[axis]))
                    throw new ArgumentException(
                        $"{Description} needs inputs of shapes that broadcast; it got {new KerasShapesWrapper(inputs)}.");
                if (sum[axis] <= 1 && shape[axis] != 1)
                    sum[axis] = sum[axis] == 1 || shape[axis] > 1 ? shape[axis] : sum[axis];
            }
        }

        return [new Shape(sum)];
    }

    private protected override void CheckInputs(Tensors inputs)
    {
        base.CheckInputs(inputs);
        if (inputs.Count < 2)
            throw new ArgumentException($"{Description} needs at least two inputs; it got {inputs.Count}.");
        ComputeOutputShapes(ShapesOf(inputs));
    }

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var sum = inputs[0];
        for (var i = 1; i < inputs.Count; i++)
            sum += inputs[i];
        return sum;
    }
}
