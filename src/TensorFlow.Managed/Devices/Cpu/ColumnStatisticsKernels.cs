using System.Numerics;

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
    internal static void Run(float* x, float* mean, float* variance, float* partial, ColumnTiles tiles)
    {
        // Of each row of tiles: the shift, which is about its mean, and the sums of the deviations from it and of their squares.
        var columns = tiles.Columns;
        float* shift = partial, sum = shift + tiles.RowTiles * columns, squares = sum + tiles.RowTiles * columns;
        Work.Run(tiles.Count, tile =>
        {
            var at = tiles.RowTile(tile) * columns + tiles.Column(tile);
            Tile(x + tiles.Offset(tile), columns, tiles.Height(tile), tiles.Width(tile), shift + at, sum + at, squares + at);
        });
        for (long c = 0; c < columns; c++)
            Join(shift + c, sum + c, squares + c, tiles, out mean[c], out variance[c]);
    }

    private static void Join(float* shift, float* sum, float* squares, ColumnTiles tiles, out float mean, out float variance)
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

    private static void Tile(float* x, long stride, int height, int width, float* shift, float* sum, float* squares)
    {
        var vectors = width - width % Vector<float>.Count;
        new Span<float>(shift, vectors).Clear();
        new Span<float>(sum, vectors).Clear();
        new Span<float>(squares, vectors).Clear();
        // Row after row, as they lie in memory; four at a time, so that the sums are read and written less often.
        var r = 0;
        for (; r <= height - 4; r += 4)
            AddFourRows(x + r * stride, stride, vectors, shift);
        for (; r < height; r++)
            AddRow(x + r * stride, vectors, shift);
        var n = new Vector<float>(height);
        for (var c = 0; c < vectors; c += Vector<float>.Count)
            (Vector.Load(shift + c) / n).Store(shift + c);
        for (r = 0; r <= height - 4; r += 4)
            DeviateFourRows(x + r * stride, stride, vectors, shift, sum, squares);
        for (; r < height; r++)
            DeviateRow(x + r * stride, vectors, shift, sum, squares);
        for (var c = vectors; c < width; c++)
            OneColumn(x + c, stride, height, shift + c, sum + c, squares + c);
    }

    private static void AddFourRows(float* x, long stride, int width, float* sum)
    {
        float* x1 = x + stride, x2 = x1 + stride, x3 = x2 + stride;
        for (var c = 0; c < width; c += Vector<float>.Count)
            (Vector.Load(sum + c) + ((Vector.Load(x + c) + Vector.Load(x1 + c)) + (Vector.Load(x2 + c) + Vector.Load(x3 + c)))).Store(sum + c);
    }

    private static void AddRow(float* x, int width, float* sum)
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
            Vector<float> d0 = Vector.Load(x + c) - mean, d1 = Vector.Load(x1 + c) - mean, d2 = Vector.Load(x2 + c) - mean, d3 = Vector.Load(x3 + c) - mean;
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

    private static void OneColumn(float* x, long stride, int height, float* shift, float* sum, float* squares)
    {
        // One long chain of additions, so in double precision.
        double m = 0, s = 0, q = 0;
        for (var r = 0; r < height; r++)
            m += x[r * stride];
        m = (float)(m / height);
        for (var r = 0; r < height; r++)
        {
            var deviation = x[r * stride] - m;
            s += deviation;
            q += deviation * deviation;
        }

        (*shift, *sum, *squares) = ((float)m, (float)s, (float)q);
    }
}
