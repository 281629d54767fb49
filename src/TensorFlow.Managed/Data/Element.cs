namespace Tensorflow.Data;

/// <summary>
/// An element on its way through a pipeline: a tensor, or a row of one, for each component. Rows stay where they are until a batch gathers
/// them or someone wants to see them. A tensor that is not a row belongs to the element alone.
/// </summary>
internal readonly struct Element
{
    /// <summary>Stands in for a row's number where the whole tensor is meant.</summary>
    private const long Whole = -1;

    private readonly long _row;
    private readonly long[]? _rows;

    private Element(Tensor[] sources, long row, long[]? rows) => (Sources, _row, _rows) = (sources, row, rows);

    /// <summary>For each component the tensor that holds it.</summary>
    internal Tensor[] Sources { get; }

    /// <summary>The same row of each tensor.</summary>
    internal static Element OfRow(Tensor[] sources, long row) => new(sources, row, null);

    /// <summary>Whole tensors that nothing else holds.</summary>
    internal static Element Of(Tensor[] tensors) => new(tensors, Whole, null);

    /// <summary>The components of several elements, one after another.</summary>
    internal static Element Join(ReadOnlySpan<Element> elements)
    {
        var count = 0;
        foreach (var element in elements)
            count += element.Sources.Length;
        var sources = new Tensor[count];
        var rows = new long[count];
        var next = 0;
        foreach (var element in elements)
            for (var i = 0; i < element.Sources.Length; i++, next++)
                (sources[next], rows[next]) = (element.Sources[i], element.Row(i));
        return new Element(sources, Whole, rows);
    }

    internal bool IsRow(int component) => Row(component) != Whole;

    internal TF_DataType DataType(int component) => Sources[component].dtype;

    /// <summary>The component's shape, without the axis that rows are counted along.</summary>
    internal Shape Shape(int component) => IsRow(component) ? Sources[component].shape.Without(0) : Sources[component].shape;

    /// <summary>Copies a component's elements to a place in a block.</summary>
    internal void CopyTo(int component, Storage target, long targetOffset, long bytes)
    {
        var source = Sources[component];
        Tensor.Device.Copy(source.Storage, IsRow(component) ? Row(component) * bytes : 0, target, targetOffset, bytes);
        GC.KeepAlive(source);
    }

    /// <summary>The components as tensors of their own, which no scope owns.</summary>
    internal Tensor[] ToTensors()
    {
        var tensors = new Tensor[Sources.Length];
        for (var i = 0; i < tensors.Length; i++)
        {
            if (!IsRow(i))
            {
                tensors[i] = Sources[i];
                continue;
            }

            tensors[i] = Rent(Shape(i), DataType(i));
            CopyTo(i, tensors[i].Storage, 0, tensors[i].ByteLength);
        }

        return tensors;
    }

    /// <summary>Hands back the tensors that belong to this element; it was the last to need them.</summary>
    internal void Release()
    {
        for (var i = 0; i < Sources.Length; i++)
            if (!IsRow(i))
                Sources[i].Dispose();
    }

    /// <summary>A tensor that no scope owns, its elements not set yet.</summary>
    internal static Tensor Rent(Shape shape, TF_DataType dtype) => new(Tensor.Device.Rent(shape.size * dtype.Size()), shape, dtype);

    private long Row(int component) => _rows is null ? _row : _rows[component];
}
