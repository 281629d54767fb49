using System.Numerics;

namespace Tensorflow.Devices.Cpu;

/// <summary>Columns brought to a mean and a deviation, and the gradients of that. Each pass reads and writes memory once.</summary>
internal static unsafe class NormalizationKernels
{
    /// <param name="x">(rows, columns).</param>
    /// <param name="mean">(columns).</param>
    /// <param name="variance">(columns).</param>
    /// <param name="gamma">(columns), or null for ones.</param>
    /// <param name="beta">(columns), or null for zeros.</param>
    /// <param name="y">(rows, columns), the result.</param>
    /// <param name="workspace">Room for two numbers a column.</param>
    /// <param name="tiles">How the matrix is cut.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    internal static void Forward(
        float* x, float* mean, float* variance, float* gamma, float* beta, float* y, float* workspace, ColumnTiles tiles, float epsilon)
    {
        var columns = tiles.Columns;
        float* scale = workspace, shift = workspace + columns;
        for (long c = 0; c < columns; c++)
        {
            scale[c] = (gamma is null ? 1 : gamma[c]) / MathF.Sqrt(variance[c] + epsilon);
            shift[c] = beta is null ? 0 : beta[c];
        }

        Work.Run(tiles.Count, tile =>
        {
            var (at, column, width) = (tiles.Offset(tile), tiles.Column(tile), tiles.Width(tile));
            for (var r = 0; r < tiles.Height(tile); r++, at += columns)
                ForwardRow(x + at, mean + column, scale + column, shift + column, y + at, width);
        });
    }

    /// <param name="dy">(rows, columns).</param>
    /// <param name="x">(rows, columns).</param>
    /// <param name="mean">(columns).</param>
    /// <param name="variance">(columns).</param>
    /// <param name="gamma">(columns), or null for ones.</param>
    /// <param name="dx">(rows, columns), the result, or null.</param>
    /// <param name="dgamma">(columns), the result.</param>
    /// <param name="dbeta">(columns), the result.</param>
    /// <param name="workspace">Room for two numbers a column and row of tiles, and three a column.</param>
    /// <param name="tiles">How the matrix is cut.</param>
    /// <param name="epsilon">What is added to the variance.</param>
    internal static void Gradient(
        float* dy, float* x, float* mean, float* variance, float* gamma,
        float* dx, float* dgamma, float* dbeta, float* workspace, ColumnTiles tiles, float epsilon)
    {
        var (columns, rows, rowTiles) = (tiles.Columns, (double)tiles.Rows, tiles.RowTiles);
        float* sums = workspace, products = sums + rowTiles * columns;
        float* scale = products + rowTiles * columns, slope = scale + columns, offset = slope + columns;
        Work.Run(tiles.Count, tile =>
        {
            var (from, to) = (tiles.Offset(tile), tiles.RowTile(tile) * columns + tiles.Column(tile));
            SumTile(dy + from, x + from, columns, tiles.Height(tile), tiles.Width(tile), mean + tiles.Column(tile), sums + to, products + to);
        });
        for (long c = 0; c < columns; c++)
        {
            double sum = 0, product = 0;
            for (long at = c; at < rowTiles * columns; at += columns)
            {
                sum += sums[at];
                product += products[at];
            }

            var rstd = 1 / Math.Sqrt((double)variance[c] + epsilon);
            (dbeta[c], dgamma[c]) = ((float)sum, (float)(product * rstd));
            scale[c] = (float)((gamma is null ? 1 : gamma[c]) * rstd);
            slope[c] = (float)(product * rstd * rstd / rows);
            offset[c] = (float)(sum / rows);
        }

        if (dx is null)
            return;
        Work.Run(tiles.Count, tile =>
        {
            var (at, column, width) = (tiles.Offset(tile), tiles.Column(tile), tiles.Width(tile));
            for (var r = 0; r < tiles.Height(tile); r++, at += columns)
                GradientRow(dy + at, x + at, mean + column, scale + column, slope + column, offset + column, dx + at, width);
        });
    }

    /// <summary>y = (x - mean) * scale + shift; the mean goes first, so that nothing cancels where it is large.</summary>
    private static void ForwardRow(float* x, float* mean, float* scale, float* shift, float* y, int width)
    {
        var c = 0;
        for (; c <= width - Vector<float>.Count; c += Vector<float>.Count)
            ((Vector.Load(x + c) - Vector.Load(mean + c)) * Vector.Load(scale + c) + Vector.Load(shift + c)).Store(y + c);
        for (; c < width; c++)
            y[c] = (x[c] - mean[c]) * scale[c] + shift[c];
    }

    /// <summary>dx = scale * (dy - offset - (x - mean) * slope).</summary>
    private static void GradientRow(float* dy, float* x, float* mean, float* scale, float* slope, float* offset, float* dx, int width)
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
    private static void SumTile(float* dy, float* x, long stride, int height, int width, float* mean, float* sums, float* products)
    {
        var vectors = width - width % Vector<float>.Count;
        new Span<float>(sums, vectors).Clear();
        new Span<float>(products, vectors).Clear();
        var r = 0;
        for (; r <= height - 2; r += 2)
            AddTwoRows(dy + r * stride, x + r * stride, stride, vectors, mean, sums, products);
        for (; r < height; r++)
            AddRow(dy + r * stride, x + r * stride, vectors, mean, sums, products);
        for (var c = vectors; c < width; c++)
        {
            double sum = 0, product = 0;
            for (r = 0; r < height; r++)
            {
                sum += dy[r * stride + c];
                product += dy[r * stride + c] * (x[r * stride + c] - mean[c]);
            }

            (sums[c], products[c]) = ((float)sum, (float)product);
        }
    }

    private static void AddTwoRows(float* dy, float* x, long stride, int width, float* mean, float* sums, float* products)
    {
        float* dy1 = dy + stride, x1 = x + stride;
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
