namespace Tensorflow.Operations;

/// <summary>Tensors of one shape side by side along a new axis.</summary>
internal static class Stack
{
    /// <param name="values">One tensor or more, of one type and shape.</param>
    /// <param name="axis">Where the new axis stands in the result; negative numbers count from the result's last.</param>
    internal static Tensor Apply(Tensor[] values, int axis = 0)
    {
        if (values.Length == 0)
            throw new ArgumentException("Stack: there are no tensors to stack.");
        foreach (var value in values)
            if (value.shape != values[0].shape)
                throw new ArgumentException($"Stack: the tensors need one shape, but there are {values[0].shape} and {value.shape}.");
        return Concat.Apply(Array.ConvertAll(values, value => ExpandDims.Apply(value, axis)), axis);
    }
}
