using System.Runtime.CompilerServices;

namespace Tensorflow;

/// <content>Parts of a variable, which can be assigned to: <c>v[":2", 0].assign(x)</c>.</content>
public partial class ResourceVariable
{
    /// <summary>The element or sub-tensor at a position along the first axes; negative numbers count from the end.</summary>
    /// <inheritdoc cref="this[Slice[]]"/>
    [IndexerName("Part")]
    public VariableSlice this[params int[] indices] => this[Array.ConvertAll(indices, Slice.Index)];

    /// <summary>A part: for each axis a slice; axes that are not named are whole.</summary>
    /// <exception cref="ArgumentException">There is no such position, or there are more slices than axes.</exception>
    [IndexerName("Part")]
    public VariableSlice this[params Slice[] slices] => new(this, AsTensor()[slices], slices);

    /// <summary>A part in Python's notation: <c>x["1:3", ":", "::2"]</c>.</summary>
    /// <inheritdoc cref="this[Slice[]]"/>
    [IndexerName("Part")]
    public VariableSlice this[params string[] slices] => this[Slice.ParseSlices(string.Join(",", slices))];
}
