namespace Tensorflow.Operations;

/// <summary>The slices of a tensor along an axis, without that axis.</summary>
internal static class Unstack
{
    internal static Tensor[] Apply(Tensor x, int axis = 0)
    {
        axis = x.shape.Axis(axis);
        var slices = new Tensor[x.shape[axis]];
        for (var i = 0; i < slices.Length; i++)
        {
            var begin = new long[x.ndim];
            begin[axis] = i;
            slices[i] = Reshape.Apply(Slice.Apply(x, begin, x.shape.With(axis, 1).dims), x.shape.Without(axis));
        }

        return slices;
    }
}
