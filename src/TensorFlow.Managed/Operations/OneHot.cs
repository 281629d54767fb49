namespace Tensorflow.Operations;

/// <summary>For each index a row that is 1 at the index and 0 elsewhere; an index outside [0,
/// depth) gives a row of zeros. It has no gradient.</summary>
internal static class OneHot
{
    /// <param name="indices">int32, int64 or uint8.</param>
    /// <param name="depth">The length of a row.</param>
    /// <param name="axis">Where the rows' axis stands in the result; -1 for the last.</param>
    /// <param name="dtype">The result's type.</param>
    internal static Tensor Apply(Tensor indices, int depth, int axis = -1, TF_DataType dtype = TF_DataType.TF_FLOAT)
    {
        if (indices.dtype.IsFloating() || depth < 0)
            throw new ArgumentException(
                $"OneHot: needs whole-numbered indices and a depth of 0 or more; got {indices.dtype.Name()} and {depth}.");
        var places = ExpandDims.Apply(Cast.Apply(indices, TF_DataType.TF_INT64), axis);
        var sizes = new long[places.ndim];
        Array.Fill(sizes, 1);
        sizes[axis < 0 ? axis + sizes.Length : axis] = depth;
        var numbers = Reshape.Apply(Sequence.Range(0, depth, 1, TF_DataType.TF_INT64), new Shape(sizes));
        return Cast.Apply(Compare.Equal(places, numbers), dtype);
    }
}
