using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;

namespace Tensorflow.Keras.Layers;

/// <summary>Cells on top of each other, as one: each takes the result of the one before. The states are theirs, in this order.</summary>
public class StackedRNNCells : Layer, IRnnCell
{
    private readonly IReadOnlyList<IRnnCell> _cells;

    /// <summary>Cells on top of each other.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public StackedRNNCells(StackedRNNCellsArgs args)
        : base(args)
    {
        _cells = args.Cells;
        if (_cells.Count == 0)
            throw new ArgumentException($"{Description} needs one cell at least; it got none.");
        StackLayers([.. _cells]);
    }

    /// <inheritdoc/>
    public long[] StateSize => [.. _cells.SelectMany(cell => cell.StateSize)];

    /// <inheritdoc/>
    public long OutputSize => _cells[^1].OutputSize;

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var shape = input_shape.Shapes[0];
        foreach (var cell in _cells)
        {
            if (!cell.Built)
                cell.build(shape);
            shape = (shape[0], cell.OutputSize);
        }

        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => (input_shape[0], OutputSize);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var states = RNN.StatesOf(this, this, state, inputs[0].shape[0]);
        var (y, next, taken) = (inputs[0], new List<Tensor>(), 0);
        foreach (var cell in _cells)
        {
            var results = cell.Apply(y, new Tensors(states[taken..(taken + cell.StateSize.Length)]), training);
            taken += cell.StateSize.Length;
            y = results[0];
            next.AddRange(results.Skip(1));
        }

        return new Tensors([y, .. next]);
    }

    internal override Shape[] ComputeOutputShapes(Shape[] inputs) =>
        [ComputeOutputShape(inputs[0]), .. StateSize.Select(size => new Shape(inputs[0][0], size))];
}
