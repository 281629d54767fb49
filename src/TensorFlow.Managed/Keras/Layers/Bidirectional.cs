using Tensorflow.Common.Types;
using Tensorflow.Keras.ArgsDefinition;
using Tensorflow.Keras.Engine;
using Tensorflow.Keras.Saving;
using Tensorflow.Operations;

namespace Tensorflow.Keras.Layers;

/// <summary>A recurrent layer and a second one that walks through the sequence from its end (Schuster and Paliwal, Bidirectional Recurrent
/// Neural Networks, 1997), whose results become one. With <c>return_state</c> the states of the first and then of the second one come
/// behind them; they go to <c>Apply</c> in the same order.</summary>
public class Bidirectional : Layer
{
    private readonly string? _mode;

    /// <summary>A layer that walks both ways.</summary>
    /// <exception cref="ArgumentException">A layer is not recurrent, both walk the same way, they return different things, or there is no
    /// such merge_mode.</exception>
    public Bidirectional(BidirectionalArgs args)
        : base(args)
    {
        _mode = args.MergeMode is null or "concat" or "sum" or "mul" or "ave" ? args.MergeMode : throw new ArgumentException(
            $"{Description}: merge_mode is 'concat', 'sum', 'mul', 'ave' or null, not '{args.MergeMode}'.");
        Forward = Recurrent(args.Layer);
        Backward = args.BackwardLayer is { } given ? Recurrent(given) : Forward.Reversed();
        var (a, b) = (Forward.Args, Backward.Args);
        if (a.GoBackwards == b.GoBackwards || a.ReturnSequences != b.ReturnSequences || a.ReturnState != b.ReturnState)
            throw new ArgumentException(
                $"{Description}: layer and backward_layer must have the same return_sequences and return_state, and one of them " +
                "go_backwards.");
        StackLayers(Forward, Backward);
        Input = new InputSpec(Rank: 3);
    }

    /// <summary>Walks forward.</summary>
    internal RNN Forward { get; }

    /// <summary>Walks backwards.</summary>
    internal RNN Backward { get; }

    /// <inheritdoc/>
    public override void build(KerasShapesWrapper input_shape)
    {
        foreach (var way in new[] { Forward, Backward })
            if (!way.Built)
                way.build(input_shape);
        built = true;
    }

    /// <inheritdoc/>
    public override Shape ComputeOutputShape(Shape input_shape) => ComputeOutputShapes([input_shape])[0];

    /// <inheritdoc/>
    protected override Tensors Call(Tensors inputs, Tensors state = null!, bool? training = null, IOptionalArgs? optional_args = null)
    {
        var half = state is null ? 0 : state.Count / 2;
        var there = Forward.Apply(inputs[0], state is null ? null! : new Tensors([.. state.Take(half)]), training);
        var back = Backward.Apply(inputs[0], state is null ? null! : new Tensors([.. state.Skip(half)]), training);
        var (y, z) = (there[0], back[0]);
        if (Forward.Args.ReturnSequences)
            z = Reverse.Apply(z, [1]);
        Tensor[] merged = _mode switch
        {
            "concat" => [Concat.Apply([y, z], -1)],
            "sum" => [y + z],
            "mul" => [y * z],
            "ave" => [(y + z) / 2f],
            _ => [y, z],
        };
        return new Tensors([.. merged, .. there.Skip(1), .. back.Skip(1)]);
    }

    internal override Shape[] ComputeOutputShapes(Shape[] inputs)
    {
        var (there, back) = (Forward.ComputeOutputShapes(inputs), Backward.ComputeOutputShapes(inputs));
        Shape[] merged = _mode switch
        {
            "concat" => [there[0].With(there[0].ndim - 1, there[0][-1] + back[0][-1])],
            null => [there[0], back[0]],
            _ => [there[0]],
        };
        return [.. merged, .. there[1..], .. back[1..]];
    }

    private RNN Recurrent(ILayer layer) => layer as RNN ?? throw new ArgumentException(
        $"{Description} needs recurrent layers, as LSTM or GRU; it got '{layer?.Name}' ({layer?.GetType().Name}).");
}
