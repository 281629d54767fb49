namespace Tensorflow.Devices;

/// <summary>
/// How two operands are walked to make one result, after NumPy's broadcasting rules: sizes of the result's axes, and for each operand the
/// step in elements along each axis, 0 where it repeats. Neighbouring axes that are walked alike are joined, so that the last one is long.
/// </summary>
internal sealed class Broadcast
{
    private Broadcast(long[] sizes, long[] stepsOfA, long[] stepsOfB) => (Sizes, StepsOfA, StepsOfB) = (sizes, stepsOfA, stepsOfB);

    internal long[] Sizes { get; }

    internal long[] StepsOfA { get; }

    internal long[] StepsOfB { get; }

    /// <summary>The shape that both operands broadcast to.</summary>
    /// <exception cref="ArgumentException">They do not broadcast together; the message names the operation and both shapes.</exception>
    internal static Shape ResultShape(string operation, Shape a, Shape b)
    {
        if (a == b)
            return a;
        var sizes = new long[Math.Max(a.ndim, b.ndim)];
        for (var i = 1; i <= sizes.Length; i++)
        {
            var sizeOfA = i <= a.ndim ? a[-i] : 1;
            var sizeOfB = i <= b.ndim ? b[-i] : 1;
            sizes[^i] = sizeOfA == sizeOfB || sizeOfB == 1 ? sizeOfA
                : sizeOfA == 1 ? sizeOfB
                : throw new ArgumentException($"{operation}: the shapes {a} and {b} do not broadcast together; sizes must be equal or 1.");
        }

        return new Shape(sizes);
    }

    internal static Broadcast Plan(Shape a, Shape b, Shape result)
    {
        // Filled from the last axis; at least one axis is walked.
        var first = Math.Max(1, result.ndim);
        Span<long> sizes = stackalloc long[first], stepsOfA = stackalloc long[first], stepsOfB = stackalloc long[first];
        long strideOfA = 1, strideOfB = 1;
        for (var i = 1; i <= result.ndim; i++)
        {
            var size = result[-i];
            var sizeOfA = i <= a.ndim ? a[-i] : 1;
            var sizeOfB = i <= b.ndim ? b[-i] : 1;
            var stepOfA = sizeOfA == 1 ? 0 : strideOfA;
            var stepOfB = sizeOfB == 1 ? 0 : strideOfB;
            strideOfA *= sizeOfA;
            strideOfB *= sizeOfB;
            if (size == 1)
                continue;
            if (first < sizes.Length && stepOfA == stepsOfA[first] * sizes[first] && stepOfB == stepsOfB[first] * sizes[first])
            {
                sizes[first] *= size;
                continue;
            }

            first--;
            (sizes[first], stepsOfA[first], stepsOfB[first]) = (size, stepOfA, stepOfB);
        }

        if (first == sizes.Length)
        {
            first--;
            (sizes[first], stepsOfA[first], stepsOfB[first]) = (1, 1, 1);
        }

        return new Broadcast(sizes[first..].ToArray(), stepsOfA[first..].ToArray(), stepsOfB[first..].ToArray());
    }
}
