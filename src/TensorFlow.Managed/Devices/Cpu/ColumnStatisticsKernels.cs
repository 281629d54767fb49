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
            double n = tiles.HeightOfRowTile(t), s = sum[at];
            double tileMean = shift[at] + s / n, tileSquares = Math.Max(0, squares[at] - s * s / n);
            var delta = tileMean - joinedMean;
            joinedSquares += tileSquares + delta * delta * count * n / (count + n);
            count += n;
            joinedMean += delta * n / count;
        }

        (mean, variance) = ((float)joinedMean, (float)(joinedSquares / count));
    }

    private static void Tile(float* x, long stride, int height, int width, float* shift, float* sum, float* squares)
    {
        var lanes = Vector<float>.Count;
        var c = 0;
        for (; c <= width - 4 * lanes; c += 4 * lanes)
            FourVectors(x + c, stride, height, shift + c, sum + c, squares + c);
        for (; c <= width - lanes; c += lanes)
            OneVector(x + c, stride, height, shift + c, sum + c, squares + c);
        for (; c < width; c++)
            OneColumn(x + c, stride, height, shift + c, sum + c, squares + c);
    }

    private static void FourVectors(float* x, long stride, int height, float* shift, float* sum, float* squares)
    {
        var lanes = Vector<float>.Count;
        Vector<float> a = default, b = default, c = default, d = default;
        var row = x;
        for (var r = 0; r < height; r++, row += stride)
        {
            a += Vector.Load(row);
            b += Vector.Load(row + lanes);
            c += Vector.Load(row + 2 * lanes);
            d += Vector.Load(row + 3 * lanes);
        }

        var n = new Vector<float>(height);
        (a, b, c, d) = (a / n, b / n, c / n, d / n);
        a.Store(shift);
        b.Store(shift + lanes);
        c.Store(shift + 2 * lanes);
        d.Store(shift + 3 * lanes);

        Vector<float> sa = default, sb = default, sc = default, sd = default, qa = default, qb = default, qc = default, qd = default;
        row = x;
        for (var r = 0; r < height; r++, row += stride)
        {
            Deviate(row, a, ref sa, ref qa);
            Deviate(row + lanes, b, ref sb, ref qb);
            Deviate(row + 2 * lanes, c, ref sc, ref qc);
            Deviate(row + 3 * lanes, d, ref sd, ref qd);
        }

        sa.Store(sum);
        sb.Store(sum + lanes);
        sc.Store(sum + 2 * lanes);
        sd.Store(sum + 3 * lanes);
        qa.Store(squares);
        qb.Store(squares + lanes);
        qc.Store(squares + 2 * lanes);
        qd.Store(squares + 3 * lanes);
    }

    private static void OneVector(float* x, long stride, int height, float* shift, float* sum, float* squares)
    {
        Vector<float> m = default, s = default, q = default;
        for (var r = 0; r < height; r++)
            m += Vector.Load(x + r * stride);
        m /= new Vector<float>(height);
        for (var r = 0; r < height; r++)
            Deviate(x + r * stride, m, ref s, ref q);
        m.Store(shift);
        s.Store(sum);
        q.Store(squares);
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

    private static void Deviate(float* x, Vector<float> mean, ref Vector<float> sum, ref Vector<float> squares)
    {
        var deviation = Vector.Load(x) - mean;
        sum += deviation;
        squares += deviation * deviation;
    }
}
