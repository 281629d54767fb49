using System.Runtime.InteropServices;
using Google.Protobuf;
using Tensorflow.Operations;

namespace Tensorflow.Serialization.Onnx;

/// <summary>The constants of a graph: weights, and what a model computes without its inputs. Each is stored once.</summary>
/// <param name="graph">Gets them.</param>
/// <param name="trace">Tells what is the same for each batch.</param>
/// <param name="names">What weights are called, by their memory.</param>
internal sealed class OnnxConstants(GraphProto graph, BatchTrace trace, IReadOnlyDictionary<Storage, string> names)
{
    internal const int Float = 1, Int64 = 7;

    private readonly Dictionary<(Storage, string Layout), string> _known = [];
    private readonly HashSet<string> _used = [];

    /// <summary>The name of a constant.</summary>
    /// <param name="x">Its value. An axis of the batch is one along which it is the same; it gets the size 1.</param>
    /// <param name="shape">Another shape to give it first; null for its own.</param>
    /// <param name="permutation">Another order of its axes; null for its own.</param>
    /// <exception cref="ArgumentException">It is not the same for each batch, or not of float32.</exception>
    internal string Of(Tensor x, Shape? shape = null, int[]? permutation = null)
    {
        var layout = $"{x.shape} {shape} {(permutation is null ? "" : string.Join(' ', permutation))}";
        if (_known.TryGetValue((x.Storage, layout), out var known))
            return known;
        if (x.dtype != TF_DataType.TF_FLOAT)
            throw new ArgumentException($"it computes with constants of {x.dtype.Name()}");
        var value = OfAnyBatch(x);
        if (shape is not null)
            value = Reshape.Apply(value, shape);
        if (permutation is not null)
            value = Transpose.Apply(value, permutation);
        var elements = MemoryMarshal.AsBytes(value.ToArray<float>().AsSpan());
        return _known[(x.Storage, layout)] = names.TryGetValue(x.Storage, out var weight)
            ? Add(weight, value.shape.dims, Float, elements) : FindOrAdd("constant", value.shape.dims, Float, elements);
    }

    /// <summary>The name of a list of whole numbers: a shape, axes.</summary>
    internal string Of(params long[] numbers) =>
        FindOrAdd("numbers", [numbers.Length], Int64, MemoryMarshal.AsBytes(numbers.AsSpan()));

    /// <summary>The name of a list of numbers, or of a single one, which has no axis.</summary>
    internal string OfNumbers(ReadOnlySpan<float> numbers, bool single = false) =>
        OfNumbers(numbers, single ? [] : [numbers.Length]);

    /// <summary>The name of numbers of some shape.</summary>
    internal string OfNumbers(ReadOnlySpan<float> numbers, long[] shape) =>
        FindOrAdd("constant", shape, Float, MemoryMarshal.AsBytes(numbers));

    /// <summary>A constant's value without the batch: both batches must have the same one, for each of their examples.</summary>
    private Tensor OfAnyBatch(Tensor x)
    {
        var other = trace.Other(x);
        if (ReferenceEquals(x.Storage, other.Storage))
            return x;
        for (var axis = 0; axis < x.ndim; axis++)
            if (trace.IsOfBatch(x, axis))
                (x, other) = (First(x, axis), First(other, axis));
        return x.ToArray<float>().AsSpan().SequenceEqual(other.ToArray<float>()) ? x : throw Differs();
    }

    private static Tensor First(Tensor x, int axis)
    {
        var first = Operations.Slice.Apply(x, new long[x.ndim], x.shape.With(axis, 1).dims);
        return x.ToArray<float>().AsSpan().SequenceEqual(BroadcastTo.Apply(first, x.shape).ToArray<float>()) ? first : throw Differs();
    }

    private static ArgumentException Differs() => new(
        "it computes with something that is another for each batch and does not follow from the inputs, such as random numbers");

    private string Unused(string name)
    {
        for (var count = 1; !_used.Add(name); count++)
            name = count == 1 ? $"{name}_1" : $"{name[..name.LastIndexOf('_')]}_{count}";
        return name;
    }

    /// <summary>The name of a constant that is there already, or else a new one.</summary>
    private string FindOrAdd(string name, long[] sizes, int type, ReadOnlySpan<byte> elements)
    {
        foreach (var tensor in graph.Initializer)
            if (tensor.DataType == type && tensor.Dims.SequenceEqual(sizes) && tensor.RawData.Span.SequenceEqual(elements))
                return tensor.Name;
        return Add(name, sizes, type, elements);
    }

    private string Add(string name, long[] sizes, int type, ReadOnlySpan<byte> elements)
    {
        var tensor = new TensorProto { Name = Unused(name), DataType = type, RawData = ByteString.CopyFrom(elements) };
        tensor.Dims.AddRange(sizes);
        graph.Initializer.Add(tensor);
        return tensor.Name;
    }
}
