using System.Numerics;
using System.Runtime.CompilerServices;
using Tensorflow.Devices.Cpu.Stages;

namespace Tensorflow.Devices.Cpu;

/// <summary>The sum of a matrix's rows, read from memory once: that of each tile in single precision, the tiles' in double.</summary>
internal static unsafe class RowSumKernels
{
    /// <param name="x">(rows, columns).</param>
    /// <param name="y">(columns), the result.</param>
    /// <param name="divisor">What the sums are divided by.</param>
    /// <param name="partial">Room for a number a column and row of tiles.</param>
    /// <param name="tiles">How the matrix is cut.</param>
    internal static void Run(Elements x, float* y, double divisor, float* partial, ColumnTiles tiles)
    {
        var columns = tiles.Columns;
        Work.Run(tiles.Count, tile => Tile(
            x, tiles.Offset(tile), columns, tiles.Height(tile), tiles.Width(tile), partial + tiles.RowTile(tile) * columns
            + tiles.Column(tile)));
        for (long c = 0; c < columns; c++)
        {
            double sum = 0;
            for (var at = c; at < tiles.RowTiles * columns; at += columns)
                sum += partial[at];
            y[c] = (float)(sum / divisor);
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
