using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>Which axes a reduction goes over, and what shape is left.</summary>
internal sealed class ReductionPlan
{
    private readonly bool[] _reduced;
    private readonly bool _keepdims;
    private readonly int[]? _axes;

    /// <param name="shape">The shape of what is reduced.</param>
    /// <param name="axes">The axes, negative ones counted from the last; null for all.</param>
    /// <param name="keepdims">Whether the reduced axes stay, with size 1.</param>
    internal ReductionPlan(Shape shape, int[]? axes, bool keepdims)
    {
        (_keepdims, _axes, _reduced, ReducedCount) = (keepdims, axes, new bool[shape.ndim], 1);
        if (axes is null)
            Array.Fill(_reduced, true);
        foreach (var axis in axes ?? [])
            _reduced[shape.Axis(axis)] = true;

        var (kept, left, rank) = (shape.dims, shape.dims, 0);
        for (var axis = 0; axis < _reduced.Length; axis++)
        {
            if (_reduced[axis])
                (kept[axis], ReducedCount) = (1, ReducedCount * shape[axis]);
            else
                left[rank++] = shape[axis];
        }

        KeptShape = new Shape(kept);
        ResultShape = keepdims ? KeptShape : new Shape(left.AsSpan(0, rank));
    }

    /// <summary>The result's shape with the reduced axes as 1, which broadcasts against the argument.</summary>
    internal Shape KeptShape { get; }

    internal Shape ResultShape { get; }

    /// <summary>The reduced axes, in ascending order.</summary>
    internal int[] Axes => [.. Enumerable.Range(0, _reduced.Length).Where(axis => _reduced[axis])];

    /// <summary>How many elements become one.</summary>
    internal long ReducedCount { get; }

    internal Tensor Compute(Devices.Reduction reduction, Tensor x)
    {
        if (x.dtype == TF_DataType.TF_BOOL)
            throw new ArgumentException($"{reduction} is not defined for bool tensors; cast them with tf.cast first.");

        // A kernel reduces one run of neighbouring axes; several runs, which are rare, are reduced from the last to the first.
        var value = x;
        for (var end = _reduced.Length; end > 0; end--)
        {
            if (!_reduced[end - 1])
                continue;
            var start = end - 1;
            while (start > 0 && _reduced[start - 1])
                start--;
            value = Run(reduction, value, start, end);
            end = start + 1;
        }

        return _keepdims && ReferenceEquals(value, x) ? x.View(x.shape) : value.View(ResultShape);
    }

    /// <summary>The gradient of a largest or smallest element: shared equally among the elements of x that are equal to it.</summary>
    internal Tensor ShareAmongTies(Tensor dy, Tensor x, Tensor y)
    {
        var chosen = Cast.Apply(Compare.Equal(x, Reshape.Apply(y, KeptShape)), x.dtype);
        return chosen / Reshape.Apply(ReduceSum.Apply(chosen, _axes), KeptShape) * Reshape.Apply(dy, KeptShape);
    }

    private static Tensor Run(Devices.Reduction reduction, Tensor x, int start, int end)
    {
        var sizes = x.dims;
        long outer = 1, reduced = 1, inner = 1;
        for (var axis = 0; axis < sizes.Length; axis++)
        {
            if (axis < start)
                outer *= sizes[axis];
            else if (axis >= end)
                inner *= sizes[axis];
            else
                (reduced, sizes[axis]) = (reduced * sizes[axis], 1);
        }

        if (reduced == 0 && reduction is Devices.Reduction.Max or Devices.Reduction.Min)
            throw new ArgumentException($"{reduction}: the shape {x.shape} has no elements along the reduced axes.");
        var y = Tensor.Empty(new Shape(sizes), x.dtype);
        Tensor.Device.Reduce(reduction, x.dtype, x.Storage, y.Storage, outer, reduced, inner);
        return Tape.Constant(y, x);
    }
}
