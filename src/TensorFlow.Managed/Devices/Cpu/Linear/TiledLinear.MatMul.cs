using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear;

internal sealed unsafe partial class TiledLinear
{
    /// <summary>Steps of a sum whose panel of b lies on the stack: 64 KiB for the widest tile, which stays in a core's cache.</summary>
    private const int DepthBlock = 512;

    /// <summary>Rows of tiles for which one panel of b is laid out: enough to make up for it.</summary>
    private const int TilesInChunk = 32;

    /// <summary>Rows of tiles up to which b is read where it lies.</summary>
    private const int TilesWithoutPanel = 2;

    internal override void MatMul(float* a, float* b, float* y, MatMulShape shape)
    {
        var panels = Pieces(shape.N, tile.Columns);
        var rowsInChunk = RowsInChunk(shape.M, panels * shape.Batch);
        var chunks = Pieces(shape.M, rowsInChunk);
        Work.Run(checked(shape.Batch * panels * chunks), i =>
        {
            var (product, part) = Math.DivRem(i, panels * chunks);
            // Neighbours share the rows: a chunk of a is longer than a panel of b, as a rule.
            var (chunk, panel) = Math.DivRem(part, panels);
            var first = chunk * rowsInChunk;
            MultiplyChunk(
                a + (nint)product * shape.M * shape.K, b + (nint)product * shape.K * shape.N, y + (nint)product * shape.M * shape.N,
                shape, first, Math.Min(shape.M, first + rowsInChunk), panel * tile.Columns);
        });
    }

    /// <summary>Cuts the rows so that there is work for many threads, but no panel is laid out for a handful of rows.</summary>
    private int RowsInChunk(int rows, int panels) =>
        tile.Rows * Math.Clamp((int)((long)Pieces(rows, tile.Rows) * panels / 64), 4, TilesInChunk);

    [SkipLocalsInit]
    private void MultiplyChunk(float* a, float* b, float* y, MatMulShape shape, int firstRow, int endRow, int firstColumn)
    {
        var columns = Math.Min(tile.Columns, shape.N - firstColumn);
        nint rowStride = shape.TransposeA ? 1 : shape.K, step = shape.TransposeA ? shape.M : 1;
        nint rowStrideB = shape.TransposeB ? 1 : shape.N, columnStrideB = shape.TransposeB ? shape.K : 1;
        var inPlace = !shape.TransposeB && columns == tile.Columns && endRow - firstRow <= TilesWithoutPanel * tile.Rows;
        var panel = stackalloc float[DepthBlock * TileKernel.LargestColumns];
        // At least one block, so that a sum of nothing is written as 0.
        for (var k = 0; k == 0 || k < shape.K; k += DepthBlock)
        {
            var depth = Math.Min(DepthBlock, shape.K - k);
            var source = b + k * rowStrideB + firstColumn * columnStrideB;
            if (!inPlace)
                PackPanel(source, rowStrideB, columnStrideB, depth, columns, panel);
            var run = new Run(0, 0, depth);
            var operands = new TileOperands
            {
                RowStride = rowStride, StepStride = step, B = inPlace ? source : panel, BStride = inPlace ? shape.N : tile.Columns, CStride = shape.N,
            };
            for (var row = firstRow; row < endRow; row += tile.Rows)
            {
                operands.A = a + row * rowStride + k * step;
                operands.C = y + (nint)row * shape.N + firstColumn;
                tile.Multiply(&run, 1, &operands, Math.Min(tile.Rows, endRow - row), columns, accumulate: k > 0);
            }
        }
    }
}
