namespace Tensorflow.Devices.Cpu;

/// <summary>Walks two operands under a broadcasting plan, a run along the last axis at a time.</summary>
internal static unsafe class BroadcastLoop
{
    internal static void Run<T, TResult>(T* a, T* b, TResult* y, Broadcast plan, RunKernels<T, TResult> kernels)
        where T : unmanaged
        where TResult : unmanaged
    {
        var runLength = plan.Sizes[^1];
        long runs = 1;
        for (var axis = 0; axis < plan.Sizes.Length - 1; axis++)
            runs *= plan.Sizes[axis];
        if (runLength == 0 || runs == 0)
            return;

        if (runs == 1)
        {
            Work.RunElements(runLength, (start, length) => OneRun(a, b, y, start, length, 0, 0, 0, plan, kernels));
            return;
        }

        var runsInPiece = Math.Max(1, Work.PieceLength / runLength);
        Work.Run(checked((int)((runs + runsInPiece - 1) / runsInPiece)), piece =>
        {
            var end = Math.Min(runs, (piece + 1) * runsInPiece);
            for (var run = piece * runsInPiece; run < end; run++)
            {
                long offsetOfA = 0, offsetOfB = 0, rest = run;
                for (var axis = plan.Sizes.Length - 2; axis >= 0; axis--)
                {
                    var index = rest % plan.Sizes[axis];
                    rest /= plan.Sizes[axis];
                    offsetOfA += index * plan.StepsOfA[axis];
                    offsetOfB += index * plan.StepsOfB[axis];
                }

                OneRun(a, b, y, 0, checked((int)runLength), offsetOfA, offsetOfB, run * runLength, plan, kernels);
            }
        });
    }

    private static void OneRun<T, TResult>(
        T* a, T* b, TResult* y, long start, int length, long offsetOfA, long offsetOfB, long offsetOfY, Broadcast plan,
        RunKernels<T, TResult> kernels)
        where T : unmanaged
        where TResult : unmanaged
    {
        var result = new Span<TResult>(y + offsetOfY + start, length);
        if (plan.StepsOfA[^1] == 0)
            kernels.Left(a[offsetOfA], new(b + offsetOfB + start, length), result);
        else if (plan.StepsOfB[^1] == 0)
            kernels.Right(new(a + offsetOfA + start, length), b[offsetOfB], result);
        else
            kernels.Both(new(a + offsetOfA + start, length), new(b + offsetOfB + start, length), result);
    }
}
