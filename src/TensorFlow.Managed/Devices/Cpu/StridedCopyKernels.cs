namespace Tensorflow.Devices.Cpu;

/// <summary>Copies between blocks that are walked with different steps: transposes,
/// slices, paddings, repetitions, concatenations.</summary>
internal static unsafe class StridedCopyKernels
{
    internal static void Run<T>(T* x, T* y, StridedCopy plan) where T : unmanaged
    {
        x += plan.OffsetOfX;
        y += plan.OffsetOfY;
        var last = plan.Sizes.Length - 1;
        long length = plan.Sizes[last], stepOfX = plan.StepsOfX[last], stepOfY = plan.StepsOfY[last], runs = 1;
        for (var axis = 0; axis < last; axis++)
            runs *= plan.Sizes[axis];
        if (length == 0 || runs == 0)
            return;

        if (runs == 1)
        {
            Work.RunElements(length, (start, count) => CopyRun(x + start * stepOfX, y + start * stepOfY, count, stepOfX, stepOfY));
            return;
        }

        var runsInPiece = Math.Max(1, Work.PieceLength / length);
        Work.Run(checked((int)((runs + runsInPiece - 1) / runsInPiece)), piece =>
            CopyRuns(x, y, plan, piece * runsInPiece, Math.Min(runs, (piece + 1) * runsInPiece)));
    }

    /// <summary>Copies the runs along the last axis from a first one to before an end, counted over the outer axes.</summary>
    private static void CopyRuns<T>(T* x, T* y, StridedCopy plan, long first, long end) where T : unmanaged
    {
        var last = plan.Sizes.Length - 1;
        ReadOnlySpan<long> sizes = plan.Sizes, stepsOfX = plan.StepsOfX, stepsOfY = plan.StepsOfY;
        Span<long> index = last <= 16 ? stackalloc long[last] : new long[last];
        var rest = first;
        for (var axis = last - 1; axis >= 0; axis--)
        {
            index[axis] = rest % sizes[axis];
            rest /= sizes[axis];
            x += index[axis] * stepsOfX[axis];
            y += index[axis] * stepsOfY[axis];
        }

        for (var run = first; run < end; run++)
        {
            CopyRun(x, y, sizes[last], stepsOfX[last], stepsOfY[last]);
            for (var axis = last - 1; axis >= 0; axis--)
            {
                x += stepsOfX[axis];
                y += stepsOfY[axis];
                if (++index[axis] < sizes[axis])
                    break;
                x -= sizes[axis] * stepsOfX[axis];
                y -= sizes[axis] * stepsOfY[axis];
                index[axis] = 0;
            }
        }
    }

    private static void CopyRun<T>(T* x, T* y, long count, long stepOfX, long stepOfY) where T : unmanaged
    {
        if (stepOfX == 1 && stepOfY == 1)
        {
            Buffer.MemoryCopy(x, y, count * sizeof(T), count * sizeof(T));
            return;
        }

        if (stepOfX == 0 && stepOfY == 1 && count <= int.MaxValue)
        {
            new Span<T>(y, (int)count).Fill(*x);
            return;
        }

        for (long i = 0; i < count; i++)
            y[i * stepOfY] = x[i * stepOfX];
    }
}
