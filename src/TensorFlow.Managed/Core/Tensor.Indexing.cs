using System.Runtime.CompilerServices;

namespace Tensorflow;

/// <content>Parts of a tensor, as NumPy names them. They are new tensors, and gradients flow through them.</content>
public partial class Tensor
{
    /// <summary>The element or sub-tensor at a position along the first axes; negative numbers count from the end.</summary>
    /// <exception cref="ArgumentException">There is no such position, or there are more numbers than axes.</exception>
    [IndexerName("Part")]
    public Tensor this[params int[] indices] => this[Array.ConvertAll(indices, Slice.Index)];

    /// <summary>A part: for each axis a slice, <c>x[0, 1..3]</c> or <c>x[new Slice(step: 2)]</c>;
    /// axes that are not named are whole.</summary>
    /// <exception cref="ArgumentException">There is no such position, or there are more slices than axes.</exception>
    [IndexerName("Part")]
    public Tensor this[params Slice[] slices]
    {
        get
        {
            var region = new Region(shape, slices);
            return Operations.Reshape.Apply(Operations.Slice.Apply(this, region.Begin, region.Size, region.Step), region.ResultShape);
        }
    }

    /// <summary>A part in Python's notation: <c>x["1:3, :, ::2"]</c> or <c>x["1:3", ":", "::2"]</c>.</summary>
    /// <exception cref="ArgumentException">The notation is not Python's, there is no such position,
    /// or there are more slices than axes.</exception>
    [IndexerName("Part")]
    public Tensor this[params string[] slices] => this[Slice.ParseSlices(string.Join(",", slices))];
}
