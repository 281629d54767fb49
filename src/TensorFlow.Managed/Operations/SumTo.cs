namespace Tensorflow.Operations;

/// <summary>Sums a tensor over the axes along which a shape was broadcast to its shape: the reverse of <see cref="BroadcastTo"/>.</summary>
internal static class SumTo
{
    internal static Tensor Apply(Tensor x, Shape shape)
    {
        if (x.shape == shape)
            return x;
        var added = x.ndim - shape.ndim;
        var (axes, count) = (new int[x.ndim], 0);
        for (var axis = 0; axis < axes.Length; axis++)
            if (axis < added || (shape[axis - added] == 1 && x.shape[axis] != 1))
                axes[count++] = axis;
        return Reshape.Apply(ReduceSum.Apply(x, axes[..count]), shape);
    }
}
