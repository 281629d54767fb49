using Tensorflow.Devices;
using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The axes in another order: axis i of the result is axis permutation[i] of x.</summary>
internal static class Transpose
{
    /// <param name="x">Any tensor.</param>
    /// <param name="permutation">Each axis once, negative ones counted from the last; null for the reverse order.</param>
    internal static Tensor Apply(Tensor x, int[]? permutation = null)
    {
        var rank = x.ndim;
        var inverse = new int[rank];
        var (sizes, stepsOfX, dense) = (new long[rank], new long[rank], StridedCopy.DenseSteps(x.shape.Span));
        if (permutation is not null && permutation.Length != rank)
            throw Wrong(x, permutation);
        Array.Fill(inverse, -1);
        for (var axis = 0; axis < rank; axis++)
        {
            var from = permutation is null ? rank - 1 - axis : permutation[axis] < 0 ? permutation[axis] + rank : permutation[axis];
            if (from < 0 || from >= rank || inverse[from] >= 0)
                throw Wrong(x, permutation!);
            (sizes[axis], stepsOfX[axis], inverse[from]) = (x.shape[from], dense[from], axis);
        }

        var y = Tensor.Empty(new Shape(sizes), x.dtype);
        Tensor.Device.CopyStrided(x.dtype.Size(), x.Storage, y.Storage, new StridedCopy(sizes, stepsOfX, StridedCopy.DenseSteps(sizes)));
        return Tape.Record("Transpose", y, x, dy => Apply(dy, inverse), inverse);
    }

    private static ArgumentException Wrong(Tensor x, int[] permutation) => new(
        $"Transpose: [{string.Join(", ", permutation)}] does not name each axis of the shape {x.shape} once.");
}
