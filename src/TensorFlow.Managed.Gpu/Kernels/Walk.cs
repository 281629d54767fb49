namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>
/// How two blocks are walked side by side: the sizes of up to six axes, the last one first, and the step in elements that each block takes
/// along them. A kernel turns the number of a place into a place in either block.
/// </summary>
internal readonly struct Walk
{
    /// <summary>The most axes of one walk; a walk of more is cut into several.</summary>
    internal const int MostAxes = 6;

    private readonly int _axes, _size0, _size1, _size2, _size3, _size4;
    private readonly int _a0, _a1, _a2, _a3, _a4, _a5, _b0, _b1, _b2, _b3, _b4, _b5;

    private readonly int _offsetOfA, _offsetOfB;

    private Walk(ReadOnlySpan<long> sizes, ReadOnlySpan<long> stepsOfA, ReadOnlySpan<long> stepsOfB, long offsetOfA, long offsetOfB)
    {
        (_offsetOfA, _offsetOfB) = (checked((int)offsetOfA), checked((int)offsetOfB));
        _axes = sizes.Length;
        Count = 1;
        foreach (var size in sizes)
            Count *= size;
        (_size0, _size1, _size2, _size3, _size4) = (At(sizes, 0), At(sizes, 1), At(sizes, 2), At(sizes, 3), At(sizes, 4));
        (_a0, _a1, _a2) = (At(stepsOfA, 0), At(stepsOfA, 1), At(stepsOfA, 2));
        (_a3, _a4, _a5) = (At(stepsOfA, 3), At(stepsOfA, 4), At(stepsOfA, 5));
        (_b0, _b1, _b2) = (At(stepsOfB, 0), At(stepsOfB, 1), At(stepsOfB, 2));
        (_b3, _b4, _b5) = (At(stepsOfB, 3), At(stepsOfB, 4), At(stepsOfB, 5));
    }

    /// <summary>How many places there are.</summary>
    internal long Count { get; }

    /// <summary>The walks over all axes: one, or where there are too many axes one for each place on the outer ones.</summary>
    /// <returns>Each with the number of its first place; none where there are no places.</returns>
    internal static IEnumerable<(Walk Walk, long First)> Of(
        long[] sizes, long[] stepsOfA, long[] stepsOfB, long offsetOfA = 0, long offsetOfB = 0)
    {
        var outer = Math.Max(0, sizes.Length - MostAxes);
        long repeats = 1;
        for (var axis = 0; axis < outer; axis++)
            repeats *= sizes[axis];
        for (long repeat = 0; repeat < repeats; repeat++)
        {
            var (rest, atA, atB) = (repeat, offsetOfA, offsetOfB);
            for (var axis = outer - 1; axis >= 0; axis--)
            {
                var place = rest % sizes[axis];
                rest /= sizes[axis];
                atA += place * stepsOfA[axis];
                atB += place * stepsOfB[axis];
            }

            var walk = new Walk(sizes.AsSpan(outer), stepsOfA.AsSpan(outer), stepsOfB.AsSpan(outer), atA, atB);
            if (walk.Count > 0)
                yield return (walk, repeat * walk.Count);
        }
    }

    /// <summary>Where place i lies in the first block.</summary>
    internal int InA(int i) => _offsetOfA + Along(i, _a0, _a1, _a2, _a3, _a4, _a5);

    /// <summary>Where place i lies in the second block.</summary>
    internal int InB(int i) => _offsetOfB + Along(i, _b0, _b1, _b2, _b3, _b4, _b5);

    private int Along(int i, int step0, int step1, int step2, int step3, int step4, int step5)
    {
        if (_axes == 1)
            return i * step0;
        var rest = i / _size0;
        var at = (i - rest * _size0) * step0;
        if (_axes == 2)
            return at + rest * step1;
        i = rest;
        rest = i / _size1;
        at += (i - rest * _size1) * step1;
        if (_axes == 3)
            return at + rest * step2;
        i = rest;
        rest = i / _size2;
        at += (i - rest * _size2) * step2;
        i = rest;
        rest = i / _size3;
        at += (i - rest * _size3) * step3;
        i = rest;
        rest = i / _size4;
        return at + (i - rest * _size4) * step4 + rest * step5;
    }

    private static int At(ReadOnlySpan<long> values, int fromLast) =>
        fromLast < values.Length ? checked((int)values[^(fromLast + 1)]) : fromLast == 0 ? 0 : 1;
}
