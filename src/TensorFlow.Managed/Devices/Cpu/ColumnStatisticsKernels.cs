using System.Numerics;
using System.Runtime.CompilerServices;
using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu;

/// <summary>
/// Mean and biased variance of a matrix's columns, read from memory once: each tile is summed, then its squared deviations from its own
/// mean are, while it lies in the cache. The tiles' results join in their order, in double precision, by the formula of Chan, Golub and
/// LeVeque, Updating formulae and a pairwise algorithm for computing sample variances (1979).
/// </summary>
internal static unsafe class ColumnStatisticsKernels
{
    /// <param name="x">(rows, columns).</param>
    /// <param name="mean">(columns), the result.</param>
    /// <param name="variance">(columns), the result.</param>
    /// <param name="partial">Room for three numbers a column and row of tiles.</param>
    /// <param name="tiles">How the matrix is cut.</param>
    internal static void Run(Elements x, float* mean, float* variance, float* partial, ColumnTiles tiles)
    {
        // Of each row of tiles: the shift, which is about its mean, and the sums of the deviations from it and of their squares.
        var columns = tiles.Columns;
        float* shift = partial, sum = shift + tiles.RowTiles * columns, squares = sum + tiles.RowTiles * columns;
        Work.Run(tiles.Count, tile =>
        {
            var at = tiles.RowTile(tile) * columns + tiles.Column(tile);
            Tile(x, tiles.Offset(tile), columns, tiles.Height(tile), tiles.Width(tile), shift + at, sum + at, squares + at);
            // A tile that is alone with its columns: few rows, so many columns, whose results are as much work as their sums.
            if (tiles.RowTiles == 1)
                Join(at, at + tiles.Width(tile));
        });
        if (tiles.RowTiles > 1)
            Join(0, columns);

        void Join(long first, long end)
        {
            for (var c = first; c < end; c++)
                JoinColumn(shift + c, sum + c, squares + c, tiles, out mean[c], out variance[c]);
        }
    }

    private static void JoinColumn(float* shift, float* sum, float* squares, ColumnTiles tiles, out float mean, out float variance)
    {
        double count = 0, joinedMean = 0, joinedSquares = 0;
        for (var t = 0; t < tiles.RowTiles; t++)
        {
            var at = t * tiles.Columns;
            double n = tiles.HeightOfRowTile(t), deviation = sum[at] / n;
            double tileMean = shift[at] + deviation, tileSquares = Math.Max(0, squares[at] - sum[at] * deviation);
            if (t == 0)
            {
                (count, joinedMean, joinedSquares) = (n, tileMean, tileSquares);
                continue;
            }

            var delta = tileMean - joinedMean;
            var share = n / (count + n);
            joinedSquares += tileSquares + delta * delta * count * share;
            joinedMean += delta * share;
            count += n;
        }

        (mean, variance) = ((float)joinedMean, (float)(joinedSquares / count));
    }

    [SkipLocalsInit]
    private static void Tile(Elements x, long offset, long columns, int height, int width, float* shift, float* sum, float* squares)
    {
        var vectors = width - width % Vector<float>.Count;
        var room = stackalloc float[ColumnTiles.RowsRoom];
        new Span<float>(shift, vectors).Clear();
        new Span<float>(sum, vectors).Clear();
        new Span<float>(squares, vectors).Clear();
        double* tails = stackalloc double[3 * Vector<float>.Count];
        new Span<double>(tails, 3 * (width - vectors)).Clear();
        // Row after row, as they lie in memory; four at a time, so that the sums are read and written less often.
        var step = ColumnTiles.RowsAtOnce(width);
        for (var row = 0; row < height; row += step)
        {
            var rows = Math.Min(step, height - row);
            var p = x.ReadRows(offset + row * columns, rows, columns, width, room, out var stride);
            var r = 0;
            for (; r <= rows - 4; r += 4)
                AddFourRows(p + r * stride, stride, vectors, shift);
            for (; r < rows; r++)
                AddRow(p + r * stride, vectors, shift);
            for (var c = vectors; c < width; c++)
                AddColumn(p + c, stride, rows, tails + 3 * (c - vectors));
        }

        var n = new Vector<float>(height);
        for (var c = 0; c < vectors; c += Vector<float>.Count)
            (Vector.Load(shift + c) / n).Store(shift + c);
        for (var c = vectors; c < width; c++)
            shift[c] = (float)(tails[3 * (c - vectors)] / height);
        for (var row = 0; row < height; row += step)
        {
            var rows = Math.Min(step, height - row);
            var p = x.ReadRows(offset + row * columns, rows, columns, width, room, out var stride);
            var r = 0;
            for (; r <= rows - 4; r += 4)
                DeviateFourRows(p + r * stride, stride, vectors, shift, sum, squares);
            for (; r < rows; r++)
                DeviateRow(p + r * stride, vectors, shift, sum, squares);
            for (var c = vectors; c < width; c++)
                DeviateColumn(p + c, stride, rows, shift[c], tails + 3 * (c - vectors));
        }

        for (var c = vectors; c < width; c++)
            (sum[c], squares[c]) = ((float)tails[3 * (c - vectors) + 1], (float)tails[3 * (c - vectors) + 2]);
    }

    internal static void AddFourRows(float* x, long stride, int width, float* sum)
    {
        float* x1 = x + stride, x2 = x1 + stride, x3 = x2 + stride;
        for (var c = 0; c < width; c += Vector<float>.Count)
            (Vector.Load(sum + c) + ((Vector.Load(x + c) + Vector.Load(x1 + c)) + (Vector.Load(x2 + c) + Vector.Load(x3 + c))))
                .Store(sum + c);
    }

    internal static void AddRow(float* x, int width, float* sum)
    {
        for (var c = 0; c < width; c += Vector<float>.Count)
            (Vector.Load(sum + c) + Vector.Load(x + c)).Store(sum + c);
    }

    private static void DeviateFourRows(float* x, long stride, int width, float* shift, float* sum, float* squares)
    {
        float* x1 = x + stride, x2 = x1 + stride, x3 = x2 + stride;
        for (var c = 0; c < width; c += Vector<float>.Count)
        {
            var mean = Vector.Load(shift + c);
            Vector<float> d0 = Vector.Load(x + c) - mean, d1 = Vector.Load(x1 + c) - mean, d2 = Vector.Load(x2 + c) - mean,
                d3 = Vector.Load(x3 + c) - mean;
            (Vector.Load(sum + c) + ((d0 + d1) + (d2 + d3))).Store(sum + c);
            (Vector.Load(squares + c) + ((d0 * d0 + d1 * d1) + (d2 * d2 + d3 * d3))).Store(squares + c);
        }
    }

    private static void DeviateRow(float* x, int width, float* shift, float* sum, float* squares)
    {
        for (var c = 0; c < width; c += Vector<float>.Count)
        {
            var deviation = Vector.Load(x + c) - Vector.Load(shift + c);
            (Vector.Load(sum + c) + deviation).Store(sum + c);
            (Vector.Load(squares + c) + deviation * deviation).Store(squares + c);
        }
    }

    // The columns that fill no vector are one long chain of additions each, so in double precision: sum, deviation, squares.

    internal static void AddColumn(float* x, long stride, int rows, double* sums)
    {
        for (var r = 0; r < rows; r++)
            sums[0] += x[r * stride];
    }

    private static void DeviateColumn(float* x, long stride, int rows, double shift, double* sums)
    {
        for (var r = 0; r < rows; r++)
        {
            var deviation = x[r * stride] - shift;
            sums[1] += deviation;
            sums[2] += deviation * deviation;
        }
    }
}
