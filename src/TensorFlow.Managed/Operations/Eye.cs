namespace Tensorflow.Operations;

/// <summary>Ones on a diagonal and zeros elsewhere.</summary>
internal static class Eye
{
    /// <param name="rows">The rows.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="k">How far the diagonal lies above the main one; below it where negative.</param>
    /// <param name="dtype">The type.</param>
    internal static Tensor Apply(int rows, int columns, int k, TF_DataType dtype)
    {
        var (row, column) = (Sequence.Range(k, rows + k, 1, TF_DataType.TF_INT32), Sequence.Range(0, columns, 1, TF_DataType.TF_INT32));
        return Cast.Apply(Compare.Equal(ExpandDims.Apply(row, 1), column), dtype);
    }
}
