namespace Tensorflow.Keras.Engine;

/// <summary>The applications of layers that lead from symbolic inputs to symbolic outputs,
/// in an order in which they can be computed.</summary>
internal sealed class FunctionalGraph
{
    private readonly Dictionary<KerasTensor, int> _slots = new(ReferenceEqualityComparer.Instance);
    private readonly List<Node> _nodes = [];
    private readonly (Layer Layer, int[] Inputs, int[] Outputs)[] _steps;
    private readonly int[] _inputSlots;
    private readonly int[] _outputSlots;

    /// <exception cref="ArgumentException">An input or output is not symbolic,
    /// or an output depends on an input that is not given.</exception>
    internal FunctionalGraph(string model, Tensors inputs, Tensors outputs)
    {
        Inputs = Symbols(model, inputs, "input");
        Outputs = Symbols(model, outputs, "output");
        _inputSlots = Array.ConvertAll(Inputs, Slot);

        // Depth first from the outputs; a tensor that is an input of the model ends the walk, whatever gave it.
        var visited = new HashSet<Node>();
        foreach (var output in Outputs)
            Visit(model, output, visited);
        SortByDepth();

        _steps = [.. _nodes.Select(node => (node.Layer, Array.ConvertAll(node.Inputs, Slot), Array.ConvertAll(node.Outputs, Slot)))];
        _outputSlots = Array.ConvertAll(Outputs, Slot);
    }

    internal KerasTensor[] Inputs { get; }

    internal KerasTensor[] Outputs { get; }

    /// <summary>The layers as Keras lists them: inputs first, each layer once.</summary>
    internal IEnumerable<Layer> Layers => Inputs.Select(input => input.Producer.Layer).OfType<Layers.InputLayer>()
        .Concat(_nodes.Select(node => node.Layer)).Distinct();

    /// <summary>The applications of a layer in this graph.</summary>
    internal IEnumerable<Node> NodesOf(Layer layer) => _nodes.Where(node => node.Layer == layer);

    internal Tensors Run(Tensors inputs, bool? training)
    {
        var values = new Tensor[_slots.Count];
        for (var i = 0; i < _inputSlots.Length; i++)
            values[_inputSlots[i]] = inputs[i];
        foreach (var (layer, from, to) in _steps)
        {
            var results = layer.Apply(from.Length == 1 ? values[from[0]] : Collect(values, from), training: training);
            for (var i = 0; i < to.Length; i++)
                values[to[i]] = results[i];
        }

        return Collect(values, _outputSlots);
    }

    /// <summary>The outputs' shapes for inputs of other shapes than the declared ones.</summary>
    internal Shape[] ComputeOutputShapes(Shape[] inputs)
    {
        var shapes = new Shape[_slots.Count];
        for (var i = 0; i < _inputSlots.Length; i++)
            shapes[_inputSlots[i]] = inputs[i];
        foreach (var (layer, from, to) in _steps)
        {
            var results = layer.ComputeOutputShapes(Array.ConvertAll(from, slot => shapes[slot]));
            for (var i = 0; i < to.Length; i++)
                shapes[to[i]] = results[i];
        }

        return Array.ConvertAll(_outputSlots, slot => shapes[slot]);
    }

    private static KerasTensor[] Symbols(string model, Tensors tensors, string what) =>
        [.. tensors.Select(tensor => tensor as KerasTensor
            ?? throw new ArgumentException(
                $"Model '{model}': an {what} of shape {tensor.shape} is not symbolic; start with keras.Input and apply layers to it."))];

    private static Tensors Collect(Tensor[] values, int[] slots)
    {
        var tensors = new Tensor[slots.Length];
        for (var i = 0; i < tensors.Length; i++)
            tensors[i] = values[slots[i]];
        return new Tensors(tensors);
    }

    private int Slot(KerasTensor tensor)
    {
        if (!_slots.TryGetValue(tensor, out var slot))
            _slots[tensor] = slot = _slots.Count;
        return slot;
    }

    private void Visit(string model, KerasTensor tensor, HashSet<Node> visited)
    {
        if (Array.IndexOf(Inputs, tensor) >= 0 || !visited.Add(tensor.Producer))
            return;
        if (tensor.Producer.Layer is Layers.InputLayer input)
            throw new ArgumentException(
                $"Model '{model}': an output depends on the input '{input.Name}', which is not among the model's inputs.");
        foreach (var source in tensor.Producer.Inputs)
            Visit(model, source, visited);
        _nodes.Add(tensor.Producer);
    }

    /// <summary>Keras lists what is farthest from the outputs first; equally far ones stay in the order of the walk.</summary>
    private void SortByDepth()
    {
        var depths = _nodes.ToDictionary(node => node, _ => 0);
        for (var i = _nodes.Count - 1; i >= 0; i--)
            foreach (var source in _nodes[i].Inputs)
                if (depths.TryGetValue(source.Producer, out var depth) && Array.IndexOf(Inputs, source) < 0)
                    depths[source.Producer] = Math.Max(depth, depths[_nodes[i]] + 1);
        Node[] sorted = [.. _nodes.OrderByDescending(node => depths[node])];
        _nodes.Clear();
        _nodes.AddRange(sorted);
    }
}
