using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>Larger pictures, and the gradients of that; a thread makes an element.</summary>
internal static class ResizeKernels
{
    /// <param name="x">(rows, width, channels).</param>
    /// <param name="y">(rows * factorH, width * factorW, channels).</param>
    /// <param name="count">Elements of y.</param>
    /// <param name="width">Of x.</param>
    /// <param name="channels">Of both.</param>
    /// <param name="factorH">How often a row is repeated.</param>
    /// <param name="factorW">How often a pixel is repeated.</param>
    internal static void Nearest(ArrayView<float> x, ArrayView<float> y, int count, int width, int channels, int factorH, int factorW)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (pixel, c) = (at / channels, at % channels);
            var (row, column) = (pixel / (width * factorW), pixel % (width * factorW));
            y[at] = x[(row / factorH * width + column / factorW) * channels + c];
        }
    }

    /// <summary>Sums of blocks; the sizes are those of dx, as in <see cref="Nearest"/> those of x.</summary>
    internal static void NearestGradient(
        ArrayView<float> dy, ArrayView<float> dx, int count, int width, int channels, int factorH, int factorW)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (pixel, c) = (at / channels, at % channels);
            var (row, column) = (pixel / width, pixel % width);
            var sum = 0f;
            for (var h = 0; h < factorH; h++)
                for (var w = 0; w < factorW; w++)
                    sum += dy[((row * factorH + h) * width * factorW + column * factorW + w) * channels + c];
            dx[at] = sum;
        }
    }

    /// <summary>The middle axis of x (outer, size, inner) made longer, linearly between the elements' centers.</summary>
    internal static void Linear(ArrayView<float> x, ArrayView<float> y, int count, int size, int inner, int factor)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (row, c) = (at / inner, at % inner);
            var (o, i) = (row / (size * factor), row % (size * factor));
            var place = (i + 0.5f) / factor - 0.5f;
            var lower = Below(i, factor);
            var share = place - lower;
            var from = x[(o * size + Math.Max(lower, 0)) * inner + c];
            var to = x[(o * size + Math.Min(lower + 1, size - 1)) * inner + c];
            y[at] = from * (1 - share) + to * share;
        }
    }

    internal static void LinearGradient(ArrayView<float> dy, ArrayView<float> dx, int count, int size, int inner, int factor)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < count; at += stride)
        {
            var (row, c) = (at / inner, at % inner);
            var (o, place) = (row / size, row % size);
            var sum = 0f;
            var end = Math.Min((place + 2) * factor, size * factor);
            for (var i = Math.Max((place - 1) * factor, 0); i < end; i++)
            {
                var lower = Below(i, factor);
                var share = (i + 0.5f) / factor - 0.5f - lower;
                var gradient = dy[(o * size * factor + i) * inner + c];
                if (Math.Max(lower, 0) == place)
                    sum += gradient * (1 - share);
                if (Math.Min(lower + 1, size - 1) == place)
                    sum += gradient * share;
            }

            dx[at] = sum;
        }
    }

    /// <summary>floor((i + 0.5) / factor - 0.5), in whole numbers.</summary>
    private static int Below(int i, int factor) => (2 * i + 1 + factor) / (2 * factor) - 1;
}
