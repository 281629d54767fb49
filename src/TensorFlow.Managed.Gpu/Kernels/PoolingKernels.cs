using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>A <see cref="PoolingPlan"/>'s numbers, as a kernel takes them.</summary>
internal readonly struct PoolingSizes(PoolingPlan plan)
{
    internal readonly int Images = plan.Images, Height = plan.Height, Width = plan.Width, Channels = plan.Channels;
    internal readonly int RowsOut = plan.RowsOut, ColumnsOut = plan.ColumnsOut;
    internal readonly int WindowH = plan.Window.H, WindowW = plan.Window.W, StrideH = plan.Strides.H, StrideW = plan.Strides.W;
    internal readonly int BeforeH = plan.Before.H, BeforeW = plan.Before.W;

    /// <summary>The first window along an axis that reaches a place; the last starts no further than the place.</summary>
    internal static int FirstWindow(int place, int window, int stride, int before)
    {
        var reach = place + before - window + 1;
        return reach <= 0 ? 0 : (reach + stride - 1) / stride;
    }

    internal static int LastWindow(int place, int stride, int before, int windows) => Math.Min((place + before) / stride, windows - 1);
}

/// <summary>Pooling. A thread makes an element; gradients gather what their windows give, in the windows' order.</summary>
internal static class PoolingKernels
{
    internal static void Max(ArrayView<float> x, ArrayView<float> y, ArrayView<int> position, PoolingSizes s, int count)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (window, c) = (at / s.Channels, at % s.Channels);
            var (rest, column) = (window / s.ColumnsOut, window % s.ColumnsOut);
            var (image, row) = (rest / s.RowsOut, rest % s.RowsOut);
            var (top, left) = (row * s.StrideH - s.BeforeH, column * s.StrideW - s.BeforeW);
            var (bottom, right) = (Math.Min(top + s.WindowH, s.Height), Math.Min(left + s.WindowW, s.Width));
            top = Math.Max(top, 0);
            left = Math.Max(left, 0);
            var picture = image * s.Height * s.Width;
            var where = top * s.Width + left;
            var best = x[(picture + where) * s.Channels + c];
            for (var h = top; h < bottom; h++)
                for (var w = left; w < right; w++)
                {
                    var value = x[(picture + h * s.Width + w) * s.Channels + c];
                    if (value > best)
                    {
                        best = value;
                        where = h * s.Width + w;
                    }
                }

            y[at] = best;
            position[at] = where;
        }
    }

    internal static void MaxScatter(ArrayView<float> dy, ArrayView<int> position, ArrayView<float> dx, PoolingSizes s, int count)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (pixel, c) = (at / s.Channels, at % s.Channels);
            var (image, place) = (pixel / (s.Height * s.Width), pixel % (s.Height * s.Width));
            var (h, w) = (place / s.Width, place % s.Width);
            var lastRow = PoolingSizes.LastWindow(h, s.StrideH, s.BeforeH, s.RowsOut);
            var lastColumn = PoolingSizes.LastWindow(w, s.StrideW, s.BeforeW, s.ColumnsOut);
            var sum = 0f;
            for (var row = PoolingSizes.FirstWindow(h, s.WindowH, s.StrideH, s.BeforeH); row <= lastRow; row++)
                for (var column = PoolingSizes.FirstWindow(w, s.WindowW, s.StrideW, s.BeforeW); column <= lastColumn; column++)
                {
                    var window = ((image * s.RowsOut + row) * s.ColumnsOut + column) * s.Channels + c;
                    if (position[window] == place)
                        sum += dy[window];
                }

            dx[at] = sum;
        }
    }

    internal static void MaxGather(ArrayView<float> x, ArrayView<int> position, ArrayView<float> y, PoolingSizes s, int count)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var image = at / (s.RowsOut * s.ColumnsOut * s.Channels);
            y[at] = x[(image * s.Height * s.Width + position[at]) * s.Channels + at % s.Channels];
        }
    }

    internal static void Average(ArrayView<float> x, ArrayView<float> y, PoolingSizes s, int count)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (window, c) = (at / s.Channels, at % s.Channels);
            var (rest, column) = (window / s.ColumnsOut, window % s.ColumnsOut);
            var (image, row) = (rest / s.RowsOut, rest % s.RowsOut);
            var (top, left) = (row * s.StrideH - s.BeforeH, column * s.StrideW - s.BeforeW);
            var (bottom, right) = (Math.Min(top + s.WindowH, s.Height), Math.Min(left + s.WindowW, s.Width));
            top = Math.Max(top, 0);
            left = Math.Max(left, 0);
            var sum = 0f;
            for (var h = top; h < bottom; h++)
                for (var w = left; w < right; w++)
                    sum += x[((image * s.Height + h) * s.Width + w) * s.Channels + c];
            y[at] = sum / ((bottom - top) * (right - left));
        }
    }

    internal static void AverageGradient(ArrayView<float> dy, ArrayView<float> dx, PoolingSizes s, int count)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (pixel, c) = (at / s.Channels, at % s.Channels);
            var (image, place) = (pixel / (s.Height * s.Width), pixel % (s.Height * s.Width));
            var (h, w) = (place / s.Width, place % s.Width);
            var lastRow = PoolingSizes.LastWindow(h, s.StrideH, s.BeforeH, s.RowsOut);
            var lastColumn = PoolingSizes.LastWindow(w, s.StrideW, s.BeforeW, s.ColumnsOut);
            var sum = 0f;
            for (var row = PoolingSizes.FirstWindow(h, s.WindowH, s.StrideH, s.BeforeH); row <= lastRow; row++)
                for (var column = PoolingSizes.FirstWindow(w, s.WindowW, s.StrideW, s.BeforeW); column <= lastColumn; column++)
                {
                    var (top, left) = (row * s.StrideH - s.BeforeH, column * s.StrideW - s.BeforeW);
                    var rows = Math.Min(top + s.WindowH, s.Height) - Math.Max(top, 0);
                    var columns = Math.Min(left + s.WindowW, s.Width) - Math.Max(left, 0);
                    sum += dy[((image * s.RowsOut + row) * s.ColumnsOut + column) * s.Channels + c] * (1f / (rows * columns));
                }

            dx[at] = sum;
        }
    }
}
