using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>
/// Statistics and normalization of a matrix's columns, a channel each. Sums are made in two passes as in <see cref="ReductionKernels"/>:
/// a thread for each column and piece of the rows, then a group for each column, all in double precision.
/// </summary>
internal static class ColumnKernels
{
    /// <summary>partial[0, c, p] sums x - x[0, c] over the rows p, p + pieces, ...; partial[1, c, p] sums their squares.</summary>
    internal static void Statistics(ArrayView<float> x, ArrayView<double> partial, int rows, int columns, int pieces)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < pieces * columns; at += stride)
        {
            var (piece, c) = (at / columns, at % columns);
            double shift = x[c], sum = 0, squares = 0;
            for (var r = piece; r < rows; r += pieces)
            {
                var deviation = x[r * columns + c] - shift;
                sum += deviation;
                squares += deviation * deviation;
            }

            partial[c * pieces + piece] = sum;
            partial[(columns + c) * pieces + piece] = squares;
        }
    }

    internal static void JoinStatistics(
        ArrayView<float> x, ArrayView<double> partial, ArrayView<float> mean, ArrayView<float> variance, int rows, int columns, int pieces)
    {
        var sums = SharedMemory.Allocate<double>(ReductionKernels.MostThreads);
        var squares = SharedMemory.Allocate<double>(ReductionKernels.MostThreads);
        for (var c = Grid.IdxX; c < columns; c += Grid.DimX)
        {
            JoinPieces(partial, sums, squares, c, columns, pieces);
            if (Group.IdxX == 0)
            {
                var deviation = sums[0] / rows;
                var squared = squares[0] / rows - deviation * deviation;
                mean[c] = (float)(x[c] + deviation);
                variance[c] = (float)(squared < 0 ? 0 : squared);
            }

            Group.Barrier();
        }
    }

    /// <summary>y = (x - mean) * gamma / sqrt(variance + epsilon) + beta; a thread keeps to its column.</summary>
    internal static void Normalize(
        ArrayView<float> x, ArrayView<float> mean, ArrayView<float> variance, ArrayView<float> gamma, ArrayView<float> beta,
        ArrayView<float> y, int rows, int columns, float epsilon, int hasGamma, int hasBeta)
    {
        var lanes = Grid.DimX * Group.DimX / columns;
        var at = Grid.GlobalIndex.X;
        // With fewer threads than columns a thread has several of them.
        var step = lanes == 0 ? Grid.DimX * Group.DimX : columns;
        lanes = lanes == 0 ? 1 : lanes;
        if (at >= lanes * columns)
            return;
        for (var c = at % columns; c < columns; c += step)
        {
            var scale = (hasGamma != 0 ? gamma[c] : 1) / (float)Math.Sqrt(variance[c] + epsilon);
            var shift = hasBeta != 0 ? beta[c] : 0;
            var center = mean[c];
            for (var r = at / columns; r < rows; r += lanes)
                y[r * columns + c] = (x[r * columns + c] - center) * scale + shift;
        }
    }

    /// <summary>partial[0, c, p] sums dy over the rows p, p + pieces, ...; partial[1, c, p] sums dy * (x - mean).</summary>
    internal static void GradientSums(
        ArrayView<float> dy, ArrayView<float> x, ArrayView<float> mean, ArrayView<double> partial, int rows, int columns, int pieces)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var at = Grid.GlobalIndex.X; at < pieces * columns; at += stride)
        {
            var (piece, c) = (at / columns, at % columns);
            double center = mean[c], sum = 0, products = 0;
            for (var r = piece; r < rows; r += pieces)
            {
                double gradient = dy[r * columns + c];
                sum += gradient;
                products += gradient * (x[r * columns + c] - center);
            }

            partial[c * pieces + piece] = sum;
            partial[(columns + c) * pieces + piece] = products;
        }
    }

    /// <summary>The gradients to gamma and beta, and in result (3, columns) scale, slope and offset of <see cref="Gradient"/>.</summary>
    internal static void JoinGradientSums(
        ArrayView<double> partial, ArrayView<float> variance, ArrayView<float> gamma, ArrayView<float> dgamma, ArrayView<float> dbeta,
        ArrayView<float> result, int rows, int columns, int pieces, float epsilon, int hasGamma)
    {
        var sums = SharedMemory.Allocate<double>(ReductionKernels.MostThreads);
        var products = SharedMemory.Allocate<double>(ReductionKernels.MostThreads);
        for (var c = Grid.IdxX; c < columns; c += Grid.DimX)
        {
            JoinPieces(partial, sums, products, c, columns, pieces);
            if (Group.IdxX == 0)
            {
                var rstd = 1 / Math.Sqrt((double)variance[c] + epsilon);
                dbeta[c] = (float)sums[0];
                dgamma[c] = (float)(products[0] * rstd);
                result[c] = (float)((hasGamma != 0 ? gamma[c] : 1) * rstd);
                result[columns + c] = (float)(products[0] * rstd * rstd / rows);
                result[2 * columns + c] = (float)(sums[0] / rows);
            }

            Group.Barrier();
        }
    }

    /// <summary>dx = scale * (dy - offset - (x - mean) * slope).</summary>
    internal static void Gradient(
        ArrayView<float> dy, ArrayView<float> x, ArrayView<float> mean, ArrayView<float> columnwise, ArrayView<float> dx, int count,
        int columns)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < count; i += stride)
        {
            var c = i % columns;
            dx[i] = columnwise[c] * (dy[i] - columnwise[2 * columns + c] - (x[i] - mean[c]) * columnwise[columns + c]);
        }
    }

    /// <summary>Leaves the sums over a column's pieces in the first place of both arrays.</summary>
    private static void JoinPieces(
        ArrayView<double> partial, ArrayView<double> first, ArrayView<double> second, int column, int columns, int pieces)
    {
        var (thread, threads) = (Group.IdxX, Group.DimX);
        double a = 0, b = 0;
        for (var piece = thread; piece < pieces; piece += threads)
        {
            a += partial[column * pieces + piece];
            b += partial[(columns + column) * pieces + piece];
        }

        first[thread] = a;
        second[thread] = b;
        Group.Barrier();
        for (var half = threads / 2; half > 0; half /= 2)
        {
            if (thread < half)
            {
                first[thread] += first[thread + half];
                second[thread] += second[thread + half];
            }

            Group.Barrier();
        }
    }
}
