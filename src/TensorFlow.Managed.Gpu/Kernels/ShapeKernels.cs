using System.Numerics;
using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>Elements moved, chosen and found.</summary>
internal static class ShapeKernels
{
    internal static void CopyStrided<T>(ArrayView<T> x, ArrayView<T> y, Walk walk, int count) where T : unmanaged
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            y[walk.InB(i)] = x[walk.InA(i)];
    }

    internal static void Select<T>(ArrayView<byte> condition, ArrayView<T> a, ArrayView<T> b, ArrayView<T> y, int count)
        where T : unmanaged
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
            y[i] = condition[i] != 0 ? a[i] : b[i];
    }

    /// <summary>y[o, k, i] = x[o, indices[k], i].</summary>
    internal static void Gather<T>(
        ArrayView<T> x, ArrayView<long> indices, ArrayView<T> y, int all, int axisSize, int count, int inner) where T : unmanaged
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < all; at += stride)
        {
            var (row, i) = (at / inner, at % inner);
            var (o, k) = (row / count, row % count);
            y[at] = x[(o * axisSize + (int)indices[k]) * inner + i];
        }
    }

    /// <summary>dx[o, indices[k], i] += dy[o, k, i] in the order of k: a thread has an o and an i for every k.</summary>
    internal static void ScatterAdd<T>(
        ArrayView<T> dy, ArrayView<long> indices, ArrayView<T> dx, int columns, int axisSize, int count, int inner)
        where T : unmanaged, INumber<T>
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < columns; at += stride)
        {
            var (o, i) = (at / inner, at % inner);
            for (var k = 0; k < count; k++)
            {
                var place = (o * axisSize + (int)indices[k]) * inner + i;
                dx[place] = dx[place] + dy[(o * count + k) * inner + i];
            }
        }
    }

    /// <summary><see cref="ScatterAdd"/> to the bit, with a thread for each place of dx: it looks for its own number among the
    /// indices.</summary>
    internal static void SumGathered<T>(
        ArrayView<T> dy, ArrayView<long> indices, ArrayView<T> dx, int all, int axisSize, int count, int inner)
        where T : unmanaged, INumber<T>
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < all; at += stride)
        {
            var (row, i) = (at / inner, at % inner);
            var (o, number) = (row / axisSize, row % axisSize);
            var sum = dx[at];
            for (var k = 0; k < count; k++)
                if (indices[k] == number)
                    sum = sum + dy[(o * count + k) * inner + i];
            dx[at] = sum;
        }
    }

    /// <summary>y[n, i, j, c] = x[n, i + shifts[n, 0], j + shifts[n, 1], c], or the fill.</summary>
    internal static void Translate<T>(
        ArrayView<T> x, ArrayView<int> shifts, ArrayView<T> fill, ArrayView<T> y, int all, int height, int width, int channels, int fills)
        where T : unmanaged
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < all; at += stride)
        {
            var (pixel, c) = (at / channels, at % channels);
            var (row, j) = (pixel / width, pixel % width);
            var (n, i) = (row / height, row % height);
            var (fromRow, fromColumn) = (i + shifts[2 * n], j + shifts[2 * n + 1]);
            if (fromRow >= 0 && fromRow < height && fromColumn >= 0 && fromColumn < width)
                y[at] = x[((n * height + fromRow) * width + fromColumn) * channels + c];
            else
                y[at] = fill[c % fills];
        }
    }

    /// <summary>The first r where x[o, r, i] is largest; a NaN is never larger.</summary>
    internal static void ArgMax<T>(ArrayView<T> x, ArrayView<long> y, int columns, int reduced, int inner)
        where T : unmanaged, INumber<T>
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < columns; at += stride)
        {
            var first = at / inner * reduced * inner + at % inner;
            var best = 0;
            for (var r = 1; r < reduced; r++)
                if (x[first + r * inner] > x[first + best * inner])
                    best = r;
            y[at] = best;
        }
    }
}
