using Google.Protobuf;
using Tensorflow.Gradients;

namespace Tensorflow.Serialization.Onnx;

/// <summary>
/// A graph that grows by an operation at a time. Maps are (N, H, W, C) here, and ONNX's convolutions take (N, C, H, W): each map has a name
/// in one order, and gets one in the other when somebody asks for it, so that a chain of convolutions is not turned to and fro.
/// </summary>
internal sealed class OnnxGraph
{
    private static readonly int[] s_toFirst = [0, 3, 1, 2], s_toLast = [0, 2, 3, 1];

    private readonly GraphProto _graph;
    private readonly BatchTrace _trace;
    private readonly Dictionary<Tensor, Names> _names = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _counts = [];

    /// <param name="graph">Gets the operations and constants.</param>
    /// <param name="trace">What is written.</param>
    /// <param name="weights">What weights are called, by their memory.</param>
    internal OnnxGraph(GraphProto graph, BatchTrace trace, IReadOnlyDictionary<Storage, string> weights) =>
        (_graph, _trace, Constants) = (graph, trace, new OnnxConstants(graph, trace, weights));

    internal OnnxConstants Constants { get; }

    /// <summary>Whether a tensor is the same for all inputs.</summary>
    internal bool IsConstant(Tensor x) => !_names.ContainsKey(x);

    /// <summary>Whether an axis is the batch's.</summary>
    internal bool IsOfBatch(Tensor x, int axis) => _trace.IsOfBatch(x, axis);

    /// <summary>A tensor's shape as an operation is told it, -1 for the one axis that is the batch's.</summary>
    /// <exception cref="ArgumentException">There are two.</exception>
    internal long[] ShapeOf(Tensor x)
    {
        long[] sizes = [.. x.dims.Select((size, axis) => IsOfBatch(x, axis) ? -1 : size)];
        return sizes.Count(size => size < 0) <= 1 ? sizes
            : throw new ArgumentException($"two axes of a tensor of shape {x.shape} depend on the number of examples in the batch");
    }

    /// <summary>What a tensor is called, its axes in their own order.</summary>
    internal string Of(Tensor x)
    {
        if (!_names.TryGetValue(x, out var names))
            return Constants.Of(x);
        return names.Own ??= Turned(names.ChannelsFirst!, s_toLast);
    }

    /// <summary>What a tensor of four axes is called with the channels after the batch. A constant of fewer axes gets ones
    /// before.</summary>
    internal string ChannelsFirst(Tensor x)
    {
        if (_names.TryGetValue(x, out var names))
            return names.ChannelsFirst ??= Turned(names.Own!, s_toFirst);
        if (x.ndim == 0)
            return Constants.Of(x);
        var shape = new Shape([.. Enumerable.Repeat(1L, 4 - x.ndim), .. x.dims.Select((size, axis) => IsOfBatch(x, axis) ? 1 : size)]);
        return Constants.Of(x, shape, s_toFirst);
    }

    /// <summary>Whether some of the tensors are at hand with the channels after the batch, and the others can be.</summary>
    internal bool AreChannelsFirst(params ReadOnlySpan<Tensor> tensors)
    {
        var any = false;
        foreach (var x in tensors)
        {
            if (!IsConstant(x) && x.ndim != 4 || x.ndim > 4)
                return false;
            any |= _names.TryGetValue(x, out var names) && names.ChannelsFirst is not null;
        }

        return any;
    }

    /// <summary>An axis of (N, H, W, C) in (N, C, H, W).</summary>
    internal static int AxisChannelsFirst(int axis) => Array.IndexOf(s_toFirst, axis);

    /// <summary>Adds an operation.</summary>
    /// <param name="operation">What ONNX calls it.</param>
    /// <param name="inputs">The names of what it takes.</param>
    /// <param name="attributes">What it is told: float, long, string or long[].</param>
    /// <returns>The name of what it gives.</returns>
    internal string Add(string operation, IEnumerable<string> inputs, params ReadOnlySpan<(string Name, object Value)> attributes)
    {
        var count = _counts[operation] = _counts.GetValueOrDefault(operation) + 1;
        // It has no name of its own: its result has one.
        var node = new NodeProto { OpType = operation };
        node.Input.AddRange(inputs);
        node.Output.Add($"{operation.ToLowerInvariant()}_{count}");
        foreach (var (name, value) in attributes)
            node.Attribute.Add(Attribute(name, value));
        _graph.Node.Add(node);
        return node.Output[0];
    }

    /// <summary>Says what a tensor is called.</summary>
    /// <param name="x">The tensor.</param>
    /// <param name="name">The name.</param>
    /// <param name="channelsFirst">Whether the channels come after the batch under it.</param>
    internal void Set(Tensor x, string name, bool channelsFirst = false) =>
        _names[x] = channelsFirst ? new Names { ChannelsFirst = name } : new Names { Own = name };

    /// <summary>Writes all operations of the trace.</summary>
    /// <exception cref="ArgumentException">One has no counterpart; the message is the end of a sentence.</exception>
    internal void AddAll()
    {
        foreach (var step in _trace.Operations)
            OnnxOperations.Find(step.Operation)(this, step);
    }

    /// <summary>Gives a tensor of the trace the name that the graph's reader asks for.</summary>
    internal void Name(Tensor output, string name)
    {
        var own = Of(output);
        _graph.Node.Add(new NodeProto { OpType = "Identity", Input = { own }, Output = { name } });
    }

    private static AttributeProto Attribute(string name, object value)
    {
        var attribute = new AttributeProto { Name = name };
        switch (value)
        {
            case float number:
                (attribute.F, attribute.Type) = (number, AttributeProto.Types.AttributeType.Float);
                break;
            case long number:
                (attribute.I, attribute.Type) = (number, AttributeProto.Types.AttributeType.Int);
                break;
            case long[] numbers:
                attribute.Ints.AddRange(numbers);
                attribute.Type = AttributeProto.Types.AttributeType.Ints;
                break;
            default:
                (attribute.S, attribute.Type) = (ByteString.CopyFromUtf8((string)value), AttributeProto.Types.AttributeType.String);
                break;
        }

        return attribute;
    }

    private string Turned(string name, int[] permutation) =>
        Add("Transpose", [name], ("perm", Array.ConvertAll(permutation, axis => (long)axis)));

    private sealed class Names
    {
        internal string? Own { get; set; }

        internal string? ChannelsFirst { get; set; }
    }
}
