namespace Tensorflow.Devices;

/// <summary>
/// How elements go from one block to another: the sizes of the walk, outermost axis first, and for source and target the offset and the
/// step along each axis, in elements. A step of 0 repeats an element, a negative one walks back. Neighbouring axes that are walked alike
/// are joined, so that whole rows are copied where that is possible.
/// </summary>
internal sealed class StridedCopy
{
    /// <param name="sizes">How many elements are copied along each axis.</param>
    /// <param name="stepsOfX">The source's steps.</param>
    /// <param name="stepsOfY">The target's steps.</param>
    /// <param name="offsetOfX">Where the source's walk starts.</param>
    /// <param name="offsetOfY">Where the target's walk starts.</param>
    internal StridedCopy(
        ReadOnlySpan<long> sizes, ReadOnlySpan<long> stepsOfX, ReadOnlySpan<long> stepsOfY, long offsetOfX = 0, long offsetOfY = 0)
    {
        (OffsetOfX, OffsetOfY) = (offsetOfX, offsetOfY);
        long[] joined = [.. sizes], ofX = [.. stepsOfX], ofY = [.. stepsOfY];
        var first = joined.Length;
        for (var axis = sizes.Length - 1; axis >= 0; axis--)
        {
            if (sizes[axis] == 1)
                continue;
            if (first < joined.Length && stepsOfX[axis] == ofX[first] * joined[first] && stepsOfY[axis] == ofY[first] * joined[first])
            {
                joined[first] *= sizes[axis];
                continue;
            }

            first--;
            (joined[first], ofX[first], ofY[first]) = (sizes[axis], stepsOfX[axis], stepsOfY[axis]);
        }

        // A walk of one element still has an axis, so that kernels need no special case.
        (Sizes, StepsOfX, StepsOfY) = first == joined.Length ? ([1], [1], [1]) : (joined[first..], ofX[first..], ofY[first..]);
    }

    internal long[] Sizes { get; }

    internal long[] StepsOfX { get; }

    internal long[] StepsOfY { get; }

    internal long OffsetOfX { get; }

    internal long OffsetOfY { get; }

    /// <summary>The steps along the axes of a dense row-major block.</summary>
    internal static long[] DenseSteps(ReadOnlySpan<long> sizes)
    {
        var steps = new long[sizes.Length];
        long step = 1;
        for (var axis = sizes.Length - 1; axis >= 0; axis--)
        {
            steps[axis] = step;
            step *= sizes[axis];
        }

        return steps;
    }
}
