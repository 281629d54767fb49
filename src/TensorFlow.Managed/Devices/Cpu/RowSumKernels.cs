using System.Numerics;
using System.Runtime.CompilerServices;
using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu;

/// <summary>The sums of matrices' rows, read from memory once: that of each tile in single precision, the tiles' in double.</summary>
internal static unsafe class RowSumKernels
{
    /// <param name="x">(matrices, rows, columns).</param>
    /// <param name="y">(matrices, columns), the result.</param>
    /// <param name="divisor">What the sums are divided by.</param>
    /// <param name="partial">Room for a number a matrix, column and row of tiles.</param>
    /// <param name="matrices">How many matrices.</param>
    /// <param name="tiles">How each is cut.</param>
    internal static void Run(Elements x, float* y, double divisor, float* partial, long matrices, ColumnTiles tiles)
    {
        var columns = tiles.Columns;
        Work.Run(checked((int)(matrices * tiles.Count)), i =>
        {
            var (matrix, tile) = Math.DivRem(i, tiles.Count);
            long first = tiles.Column(tile), width = tiles.Width(tile);
            Tile(x, matrix * tiles.Rows * columns + tiles.Offset(tile), columns, tiles.Height(tile), (int)width,
                partial + ((long)matrix * tiles.RowTiles + tiles.RowTile(tile)) * columns + first);
            // A tile that is alone with its columns: few rows, so many columns, whose results are as much work as their sums.
            if (tiles.RowTiles == 1)
                Join(matrix, first, first + width);
        });
        for (var matrix = 0; matrix < matrices && tiles.RowTiles > 1; matrix++)
            Join(matrix, 0, columns);

        void Join(long matrix, long first, long end)
        {
            var sums = partial + matrix * tiles.RowTiles * columns;
            for (var c = first; c < end; c++)
            {
                double sum = 0;
                for (var at = c; at < tiles.RowTiles * columns; at += columns)
                    sum += sums[at];
                y[matrix * columns + c] = (float)(sum / divisor);
            }
        }
    }

    [SkipLocalsInit]
    private static void Tile(Elements x, long offset, long columns, int height, int width, float* sums)
    {
        var vectors = width - width % Vector<float>.Count;
        var room = stackalloc float[ColumnTiles.RowsRoom];
        var tails = stackalloc double[Vector<float>.Count];
        new Span<float>(sums, vectors).Clear();
        new Span<double>(tails, width - vectors).Clear();
        var step = ColumnTiles.RowsAtOnce(width);
        for (var row = 0; row < height; row += step)
        {
            var rows = Math.Min(step, height - row);
            var p = x.ReadRows(offset + row * columns, rows, columns, width, room, out var stride);
            var r = 0;
            for (; r <= rows - 4; r += 4)
                ColumnStatisticsKernels.AddFourRows(p + r * stride, stride, vectors, sums);
            for (; r < rows; r++)
                ColumnStatisticsKernels.AddRow(p + r * stride, vectors, sums);
            for (var c = vectors; c < width; c++)
                ColumnStatisticsKernels.AddColumn(p + c, stride, rows, tails + c - vectors);
        }

        for (var c = vectors; c < width; c++)
            sums[c] = (float)tails[c - vectors];
    }
}
