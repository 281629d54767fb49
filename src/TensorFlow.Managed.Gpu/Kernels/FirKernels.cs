using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>A <see cref="FirPlan"/>'s numbers, as a kernel takes them.</summary>
internal readonly struct FirSizes(FirPlan plan)
{
    internal readonly int Height = plan.Height, Width = plan.Width, Channels = plan.Channels;
    internal readonly int RowsOut = plan.RowsOut, ColumnsOut = plan.ColumnsOut;
    internal readonly int Up = plan.Up, Down = plan.Down, Before = plan.Before, Taps = plan.Taps.Length;

    private readonly float _tap0 = Of(plan, 0), _tap1 = Of(plan, 1), _tap2 = Of(plan, 2), _tap3 = Of(plan, 3);
    private readonly float _tap4 = Of(plan, 4), _tap5 = Of(plan, 5), _tap6 = Of(plan, 6), _tap7 = Of(plan, 7);

    internal float Tap(int at) => at < 4
        ? at < 2 ? (at == 0 ? _tap0 : _tap1) : (at == 2 ? _tap2 : _tap3)
        : at < 6 ? (at == 4 ? _tap4 : _tap5) : (at == 6 ? _tap6 : _tap7);

    private static float Of(FirPlan plan, int at) => at < plan.Taps.Length ? plan.Taps[at] : 0;
}

/// <summary>A filter of a few taps over pictures. A thread makes an element: of each column the sum over the rows, then their sum, in the
/// processor's order.</summary>
internal static class FirKernels
{
    internal static void Run(ArrayView<float> x, ArrayView<float> y, FirSizes s, int count)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (place, c) = (at / s.Channels, at % s.Channels);
            var (rest, column) = (place / s.ColumnsOut, place % s.ColumnsOut);
            var (image, row) = (rest / s.RowsOut, rest % s.RowsOut);
            var (top, left) = (row * s.Down - s.Before, column * s.Down - s.Before);
            var sum = 0f;
            for (var w = First(left, s.Up); w < s.Width && w * s.Up - left < s.Taps; w++)
            {
                var ofRows = 0f;
                for (var h = First(top, s.Up); h < s.Height && h * s.Up - top < s.Taps; h++)
                    ofRows += x[((image * s.Height + h) * s.Width + w) * s.Channels + c] * s.Tap(h * s.Up - top);
                sum += ofRows * s.Tap(w * s.Up - left);
            }

            y[at] = sum;
        }
    }

    /// <summary>The first pixel that lies at least so far in the enlarged picture.</summary>
    private static int First(int least, int up) => least <= 0 ? 0 : (least + up - 1) / up;
}
