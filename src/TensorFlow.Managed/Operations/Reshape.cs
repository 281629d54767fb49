using Tensorflow.Gradients;

namespace Tensorflow.Operations;

/// <summary>The same elements in the same order under another shape; shares the memory.</summary>
internal static class Reshape
{
    /// <param name="x">Any tensor.</param>
    /// <param name="shape">The new shape; one size may be -1 and follows from the others.</param>
    /// <exception cref="ArgumentException">The sizes do not multiply to the number of elements.</exception>
    internal static Tensor Apply(Tensor x, Shape shape)
    {
        var resolved = Resolve(x.shape, shape);
        return Tape.Record("Reshape", x.View(resolved), x, dy => Apply(dy, x.shape));
    }

    private static Shape Resolve(Shape from, Shape to)
    {
        long known = 1;
        var unknown = -1;
        for (var axis = 0; axis < to.ndim; axis++)
        {
            if (to[axis] >= 0)
                known *= to[axis];
            else if (unknown < 0)
                unknown = axis;
            else
                throw new ArgumentException($"Reshape: only one size may be -1, in {to}.");
        }

        var resolved = unknown >= 0 && known > 0 && from.size % known == 0 ? to.With(unknown, from.size / known) : to;
        return resolved.size == from.size
            ? resolved
            : throw new ArgumentException($"Reshape: a tensor of shape {from} has {from.size} elements, which do not fit {to}.");
    }
}
