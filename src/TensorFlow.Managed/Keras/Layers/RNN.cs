using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>A recurrent layer: walks a cell through a sequence (N, T, in), with a state that each step changes, and gives the last step
/// (N, out), or all (N, T, out). The state goes to <c>Apply</c> as <c>states</c>; without it, it begins with zeros.</summary>
public class RNN : Layer
{
    private readonly RNNArgs _args;
    private readonly IRnnCell _cell;

    /// <summary>A recurrent layer.</summary>
    /// <exception cref="ArgumentException">No cell is given.</exception>
    public RNN(RNNArgs args)
        : this(args, name => args.Cell ?? throw new ArgumentException($"RNN '{name}' needs a cell; none is given."))
    {
    }

    private protected RNN(RNNArgs args, Func<string, IRnnCell> cell)
        : base(args)
    {
        (_args, _cell) = (args, cell(Name));
        StackLayers(_cell);
        Input = new InputSpec(Rank: 3);
    }

    /// <summary>What makes a step.</summary>
    public IRnnCell cell => _cell;

    internal new RNNArgs Args => _args;

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        var shape = input_shape.Shapes[0];
        if (!_cell.Built)
            _cell.build(new Shape(shape[0], LayerCheck.LastAxis(this, shape)));
        Input = new InputSpec(Rank: 3, Channels: shape[-1]);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) =>
        _args.ReturnSequences ? (input_shape[0], input_shape[1], _cell.OutputSize) : (input_shape[0], _cell.OutputSize);

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var states = StatesOf(this, _cell, state, inputs[0].shape[0]);
        var own = (_cell as RNNCell)?.Begin(inputs[0], training is true);
        Tensor[] parts = own?.Parts ?? Unstack.Apply(inputs[0], 1);
        if (_args.GoBackwards)
            Array.Reverse(parts);
        var outputs = new List<Tensor>();
        foreach (var part in parts)
        {
            if (own is { } walk)
            {
                states = walk.Step(part, states);
                outputs.Add(states[0]);
            }
            else
            {
                var results = _cell.Apply(part, new Tensors(states), training);
                (states, var output) = ([.. results.Skip(1)], results[0]);
                outputs.Add(output);
            }
        }

        var y = _args.ReturnSequences ? Stack.Apply([.. outputs], 1) : outputs[^1];
        return _args.ReturnState ? new Tensors([y, .. states]) : y;
    }

    internal override Shape[] ComputeOutputShapes(Shape[] inputs)
    {
        var y = ComputeOutputShape(inputs[0]);
        return _args.ReturnState ? [y, .. _cell.StateSize.Select(size => new Shape(inputs[0][0], size))] : [y];
    }

    /// <summary>A layer of the same kind, with weights of its own, that walks the other way.</summary>
    /// <exception cref="ArgumentException">The layer was given its cell, of which there is no second one.</exception>
    internal RNN Reversed()
    {
        if (_args.Cell is not null)
            throw new ArgumentException($"{Description} was given its cell, which cannot be made a second time; give a backward_layer.");
        var args = _args.ForCell($"backward_{Name}");
        args.GoBackwards = !_args.GoBackwards;
        return (RNN)Activator.CreateInstance(GetType(), args)!;
    }

    /// <summary>The state that a layer was given for a cell; zeros where it was given none.</summary>
    /// <exception cref="ArgumentException">There are more tensors or fewer than the cell has, or one has another shape.</exception>
    internal static Tensor[] StatesOf(Layer layer, IRnnCell cell, Tensors? state, long n)
    {
        var shapes = Array.ConvertAll(cell.StateSize, size => new Shape(n, size));
        Tensor[] states = state is null ? [.. shapes.Select(shape => Fill.Zeros(shape))] : [.. state];
        return states.Select(one => one.shape).SequenceEqual(shapes) ? states
            : throw new ArgumentException($"{layer.Description} needs {Needed(shapes)}.");
    }

    private static string Needed(Shape[] shapes) => shapes.Distinct().Count() == 1
        ? $"{shapes.Length} states of shape {shapes[0]}" : $"states of the shapes {string.Join(", ", (object[])shapes)}";
}
