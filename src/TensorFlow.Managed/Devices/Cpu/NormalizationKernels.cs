using System.Numerics;
using System.Runtime.CompilerServices;
using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu;

/// <summary>Columns brought to a mean and a deviation, and the gradients of that. Each pass reads and writes memory once.</summary>
internal static unsafe class NormalizationKernels
{
    /// <summary>Columns whose gradients are a piece of work: enough to be worth a thread.</summary>
    private const int ColumnsInPiece = 1024;

    /// <summary>What a column's elements are normalized with.</summary>
    /// <param name="mean">(channels).</param>
    /// <param name="variance">(channels).</param>
    /// <param name="gamma">(channels), or null for ones.</param>
    /// <param name="beta">(channels), or null for zeros.</param>
    /// <param name="columns">(3, channels), the result: mean, scale and shift of <see cref="ForwardRow"/>.</param>
    /// <param name="channels">How many columns there are.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    internal static void Columns(float* mean, float* variance, float* gamma, float* beta, float* columns, long channels, float epsilon)
    {
        float* scale = columns + channels, shift = scale + channels;
        for (long c = 0; c < channels; c++)
        {
            columns[c] = mean[c];
            scale[c] = (gamma is null ? 1 : gamma[c]) / MathF.Sqrt(variance[c] + epsilon);
            shift[c] = beta is null ? 0 : beta[c];
        }
    }

    /// <summary>The sums over each column that its gradient needs, a tile at a time.</summary>
    /// <param name="dy">(rows, columns).</param>
    /// <param name="x">(rows, columns).</param>
    /// <param name="mean">(columns).</param>
    /// <param name="sums">(2, rows of tiles, columns), the result: sums of dy, and of dy * (x - mean).</param>
    /// <param name="tiles">How the matrix is cut.</param>
    internal static void Sums(Elements dy, Elements x, float* mean, float* sums, ColumnTiles tiles)
    {
        var columns = tiles.Columns;
        var products = sums + tiles.RowTiles * columns;
        Work.Run(tiles.Count, tile =>
        {
            var to = tiles.RowTile(tile) * columns + tiles.Column(tile);
            SumTile(dy, x, tiles.Offset(tile), columns, tiles.Height(tile), tiles.Width(tile), mean + tiles.Column(tile), sums + to,
                products + to);
        });
    }

    /// <summary>The gradients to gamma and beta, and what a column's gradient is made with.</summary>
    /// <param name="sums">What <see cref="Sums"/> gave.</param>
    /// <param name="mean">(channels).</param>
    /// <param name="variance">(channels).</param>
    /// <param name="gamma">(channels), or null for ones.</param>
    /// <param name="dgamma">(channels), the result.</param>
    /// <param name="dbeta">(channels), the result.</param>
    /// <param name="columns">(4, channels), the result: mean, scale, slope and offset of <see cref="GradientRow"/>.</param>
    /// <param name="tiles">How the matrix was cut.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    internal static void GradientColumns(
        float* sums, float* mean, float* variance, float* gamma, float* dgamma, float* dbeta, float* columns, ColumnTiles tiles,
        float epsilon)
    {
        var (channels, rows) = (tiles.Columns, (double)tiles.Rows);
        float* products = sums + tiles.RowTiles * channels;
        float* scale = columns + channels, slope = scale + channels, offset = slope + channels;
        Work.Run(checked((int)((channels + ColumnsInPiece - 1) / ColumnsInPiece)), piece =>
        {
            for (var c = (long)piece * ColumnsInPiece; c < Math.Min(channels, (piece + 1L) * ColumnsInPiece); c++)
            {
                double sum = 0, product = 0;
                for (var at = c; at < tiles.RowTiles * channels; at += channels)
                {
                    sum += sums[at];
                    product += products[at];
                }

                var rstd = 1 / Math.Sqrt((double)variance[c] + epsilon);
                (dbeta[c], dgamma[c], columns[c]) = ((float)sum, (float)(product * rstd), mean[c]);
                scale[c] = (float)((gamma is null ? 1 : gamma[c]) * rstd);
                slope[c] = (float)(product * rstd * rstd / rows);
                offset[c] = (float)(sum / rows);
            }
        });
    }

    /// <summary>What a column's gradient is made with, where the gradients to gamma and beta are known: <paramref name="columns"/> as
    /// <see cref="GradientColumns"/> gives them.</summary>
    internal static void InputGradientColumns(
        float* mean, float* variance, float* gamma, float* dgamma, float* dbeta, float* columns, double rows, long channels, float epsilon)
    {
        float* scale = columns + channels, slope = scale + channels, offset = slope + channels;
        for (long c = 0; c < channels; c++)
        {
            var rstd = 1 / Math.Sqrt((double)variance[c] + epsilon);
            columns[c] = mean[c];
            scale[c] = (float)((gamma is null ? 1 : gamma[c]) * rstd);
            slope[c] = (float)(dgamma[c] * rstd / rows);
            offset[c] = (float)(dbeta[c] / rows);
        }
    }

    /// <summary>y = (x - mean) * scale + shift; the mean goes first, so that nothing cancels where it is large.</summary>
    internal static void ForwardRow(float* x, float* mean, float* scale, float* shift, float* y, int width)
    {
        var c = 0;
        for (; c <= width - Vector<float>.Count; c += Vector<float>.Count)
            ((Vector.Load(x + c) - Vector.Load(mean + c)) * Vector.Load(scale + c) + Vector.Load(shift + c)).Store(y + c);
        for (; c < width; c++)
            y[c] = (x[c] - mean[c]) * scale[c] + shift[c];
    }

    /// <summary>dx = scale * (dy - offset - (x - mean) * slope).</summary>
    internal static void GradientRow(float* dy, float* x, float* mean, float* scale, float* slope, float* offset, float* dx, int width)
    {
        var c = 0;
        for (; c <= width - Vector<float>.Count; c += Vector<float>.Count)
        {
            var along = (Vector.Load(x + c) - Vector.Load(mean + c)) * Vector.Load(slope + c);
            (Vector.Load(scale + c) * (Vector.Load(dy + c) - Vector.Load(offset + c) - along)).Store(dx + c);
        }

        for (; c < width; c++)
            dx[c] = scale[c] * (dy[c] - offset[c] - (x[c] - mean[c]) * slope[c]);
    }

    /// <summary>sums[c] = sum of dy, products[c] = sum of dy * (x - mean), over a tile's rows.</summary>
    [SkipLocalsInit]
    private static void SumTile(
        Elements dy, Elements x, long offset, long columns, int height, int width, float* mean, float* sums, float* products)
    {
        var vectors = width - width % Vector<float>.Count;
        var tail = width - vectors;
        float* roomOfDy = stackalloc float[ColumnTiles.RowsRoom], roomOfX = stackalloc float[ColumnTiles.RowsRoom];
        double* tails = stackalloc double[2 * Vector<float>.Count];
        new Span<float>(sums, vectors).Clear();
        new Span<float>(products, vectors).Clear();
        new Span<double>(tails, 2 * tail).Clear();
        var step = ColumnTiles.RowsAtOnce(width);
        for (var row = 0; row < height; row += step)
        {
            var (rows, at) = (Math.Min(step, height - row), offset + row * columns);
            var d = dy.ReadRows(at, rows, columns, width, roomOfDy, out var strideOfDy);
            var v = x.ReadRows(at, rows, columns, width, roomOfX, out var strideOfX);
            var r = 0;
            for (; r <= rows - 2; r += 2)
                AddTwoRows(d + r * strideOfDy, strideOfDy, v + r * strideOfX, strideOfX, vectors, mean, sums, products);
            for (; r < rows; r++)
                AddRow(d + r * strideOfDy, v + r * strideOfX, vectors, mean, sums, products);
            for (var c = 0; c < tail; c++)
                AddColumn(d + vectors + c, strideOfDy, v + vectors + c, strideOfX, rows, mean[vectors + c], tails + 2 * c);
        }

        for (var c = 0; c < tail; c++)
            (sums[vectors + c], products[vectors + c]) = ((float)tails[2 * c], (float)tails[2 * c + 1]);
    }

    /// <summary>One long chain of additions, so in double precision.</summary>
    private static void AddColumn(float* dy, long strideOfDy, float* x, long strideOfX, int rows, float mean, double* sums)
    {
        double sum = sums[0], product = sums[1];
        for (var r = 0; r < rows; r++)
        {
            sum += dy[r * strideOfDy];
            product += dy[r * strideOfDy] * (x[r * strideOfX] - mean);
        }

        (sums[0], sums[1]) = (sum, product);
    }

    private static void AddTwoRows(
        float* dy, long strideOfDy, float* x, long strideOfX, int width, float* mean, float* sums, float* products)
    {
        float* dy1 = dy + strideOfDy, x1 = x + strideOfX;
        for (var c = 0; c < width; c += Vector<float>.Count)
        {
            Vector<float> m = Vector.Load(mean + c), d0 = Vector.Load(dy + c), d1 = Vector.Load(dy1 + c);
            (Vector.Load(sums + c) + (d0 + d1)).Store(sums + c);
            (Vector.Load(products + c) + (d0 * (Vector.Load(x + c) - m) + d1 * (Vector.Load(x1 + c) - m))).Store(products + c);
        }
    }

    private static void AddRow(float* dy, float* x, int width, float* mean, float* sums, float* products)
    {
        for (var c = 0; c < width; c += Vector<float>.Count)
        {
            var d = Vector.Load(dy + c);
            (Vector.Load(sums + c) + d).Store(sums + c);
            (Vector.Load(products + c) + d * (Vector.Load(x + c) - Vector.Load(mean + c))).Store(products + c);
        }
    }
}
