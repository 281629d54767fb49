using Tensorflow.Devices;

namespace Tensorflow;

/// <summary>The part of a shape that a list of slices names: where it begins along each axis,
/// its size and step, and the shape of what is taken.</summary>
internal sealed class Region
{
    /// <exception cref="ArgumentException">A position outside the shape, more slices than axes, or two ellipses.</exception>
    internal Region(Shape shape, Slice[] slices)
    {
        (Begin, Size, Step) = (new long[shape.ndim], new long[shape.ndim], new long[shape.ndim]);
        var (named, result, axis) = (0, new List<long>(), 0);
        foreach (var slice in slices)
            named += slice.IsNewAxis || slice.IsEllipsis ? 0 : 1;
        if (named > shape.ndim || Array.FindAll(slices, slice => slice.IsEllipsis).Length > 1)
            throw new ArgumentException(
                $"The index [{string.Join<Slice>(", ", slices)}] names more axes than the shape {shape} has, or more than one ellipsis.");

        foreach (var slice in slices)
        {
            if (slice.IsNewAxis)
                result.Add(1);
            else if (slice.IsEllipsis)
                TakeWhole(shape.ndim - named);
            else if (slice.IsIndex)
            {
                (Begin[axis], Size[axis], Step[axis]) = (Position(slice.Start!.Value), 1, 1);
                axis++;
            }
            else
            {
                Step[axis] = slice.Step;
                (Begin[axis], Size[axis]) = slice.Within(shape[axis]);
                result.Add(Size[axis++]);
            }
        }

        TakeWhole(shape.ndim - axis);
        ResultShape = new Shape([.. result]);

        void TakeWhole(int count)
        {
            for (; count > 0; count--)
            {
                (Size[axis], Step[axis]) = (shape[axis], 1);
                result.Add(Size[axis++]);
            }
        }

        long Position(int index) => index >= -shape[axis] && index < shape[axis]
            ? index < 0 ? index + shape[axis] : index
            : throw new ArgumentException($"The index {index} lies outside axis {axis} of the shape {shape}.");
    }

    internal long[] Begin { get; }

    internal long[] Size { get; }

    internal long[] Step { get; }

    /// <summary>The shape without the axes of which one element was taken, and with the new ones.</summary>
    internal Shape ResultShape { get; }

    /// <summary>How the elements of a dense tensor go to this region of one of a shape.</summary>
    internal StridedCopy Target(Shape shape)
    {
        var steps = StridedCopy.DenseSteps(shape.Span);
        long offset = 0;
        for (var axis = 0; axis < steps.Length; axis++)
        {
            offset += Begin[axis] * steps[axis];
            steps[axis] *= Step[axis];
        }

        return new StridedCopy(Size, StridedCopy.DenseSteps(Size), steps, 0, offset);
    }
}
