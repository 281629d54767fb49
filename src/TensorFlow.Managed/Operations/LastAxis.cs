namespace Tensorflow.Operations;

/// <summary>What operations along one axis share, whose kernels work along the last one: another axis is brought there and back.</summary>
internal static class LastAxis
{
    /// <exception cref="ArgumentException">The type is not float32, or there is no such axis; the message names the operation.</exception>
    internal static Tensor Apply(string operation, Tensor x, int axis, Func<Tensor, Tensor> alongLast)
    {
        if (x.dtype != TF_DataType.TF_FLOAT || axis < -x.ndim || axis >= x.ndim)
            throw new ArgumentException(
                $"{operation}: needs float32 and an axis of it; x is {x.dtype.Name()} of shape {x.shape}, the axis is {axis}.");
        axis = x.shape.Axis(axis);
        if (axis == x.ndim - 1)
            return alongLast(x);

        // Swapping two axes twice is no change, so one permutation serves both ways.
        var permutation = new int[x.ndim];
        for (var i = 0; i < permutation.Length; i++)
            permutation[i] = i;
        (permutation[axis], permutation[^1]) = (permutation[^1], axis);
        return Transpose.Apply(alongLast(Transpose.Apply(x, permutation)), permutation);
    }
}
