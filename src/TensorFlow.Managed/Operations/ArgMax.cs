using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The number of the largest element along an axis, the first where several tie, as int64. It has no gradient.</summary>
internal static class ArgMax
{
    internal static Tensor Apply(Tensor x, int axis = 0)
    {
        axis = x.shape.Axis(axis);
        if (x.shape[axis] == 0)
            throw new ArgumentException($"ArgMax: the shape {x.shape} has no elements along axis {axis}.");
        var y = Tensor.Empty(x.shape.Without(axis), TF_DataType.TF_INT64);
        Tensor.Device.ArgMax(x.dtype, x.Storage, y.Storage, x.shape[..axis].size, x.shape[axis], x.shape[(axis + 1)..].size);
        return Tape.Constant(y, x);
    }
}
