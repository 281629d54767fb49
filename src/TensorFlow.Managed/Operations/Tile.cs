using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The tensor repeated so many times along each axis, as tiles are laid.</summary>
internal static class Tile
{
    internal static Tensor Apply(Tensor x, int[] multiples)
    {
        var rank = x.ndim;
        if (multiples.Length != rank || Array.Exists(multiples, multiple => multiple < 0))
            throw new ArgumentException($"Tile: multiples [{string.Join(", ", multiples)}] must be one number, not negative, for each " +
                $"axis of the shape {x.shape}.");

        // Seen as (multiple, size, multiple, size, ...), x repeats along every other axis.
        var (seen, stepsOfX, sizes, repeated) = (new long[2 * rank], new long[2 * rank], new long[rank], new int[rank]);
        var dense = StridedCopy.DenseSteps(x.shape.Span);
        for (var axis = 0; axis < rank; axis++)
        {
            (seen[2 * axis], seen[2 * axis + 1]) = (multiples[axis], x.shape[axis]);
            (stepsOfX[2 * axis + 1], repeated[axis]) = (dense[axis], 2 * axis);
            sizes[axis] = multiples[axis] * x.shape[axis];
        }

        var y = Tensor.Empty(new Shape(sizes), x.dtype);
        Tensor.Device.CopyStrided(x.dtype.Size(), x.Storage, y.Storage, new StridedCopy(seen, stepsOfX, StridedCopy.DenseSteps(seen)));
        return Tape.Record("Tile", y, x, dy => ReduceSum.Apply(Reshape.Apply(dy, new Shape(seen)), repeated));
    }
}
