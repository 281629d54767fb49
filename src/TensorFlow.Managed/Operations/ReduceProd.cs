namespace Tensorflow.Operations;

/// <summary>The product along axes: halves are multiplied until one element is left, so that a 0 spoils no gradient.</summary>
internal static class ReduceProd
{
    /// <param name="x">Any tensor of numbers.</param>
    /// <param name="axes">The axes, negative ones counted from the last; null for all.</param>
    /// <param name="keepdims">Whether the reduced axes stay, with size 1.</param>
    internal static Tensor Apply(Tensor x, int[]? axes = null, bool keepdims = false)
    {
        var plan = new ReductionPlan(x.shape, axes, keepdims);
        var y = x;
        for (var axis = 0; axis < x.ndim; axis++)
            if (plan.KeptShape[axis] != x.shape[axis])
                y = Along(y, axis);
        return Reshape.Apply(y, plan.ResultShape);
    }

    private static Tensor Along(Tensor x, int axis)
    {
        if (x.shape[axis] == 0)
            return Fill.Ones(x.shape.With(axis, 1), x.dtype);
        while (x.shape[axis] > 1)
        {
            var half = x.shape[axis] / 2;
            var product = Part(x, axis, 0, half) * Part(x, axis, half, half);
            x = x.shape[axis] % 2 == 0 ? product : Concat.Apply([product, Part(x, axis, 2 * half, 1)], axis);
        }

        return x;
    }

    private static Tensor Part(Tensor x, int axis, long first, long count)
    {
        var begin = new long[x.ndim];
        begin[axis] = first;
        return Slice.Apply(x, begin, x.shape.With(axis, count).dims);
    }
}
