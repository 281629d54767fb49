using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear;

internal sealed unsafe partial class TiledLinear
{
    /// <summary>Steps of a sum whose panel of b lies on the stack: 64 KiB for the widest tile, which stays in a core's cache.</summary>
    private const int DepthBlock = 512;

    /// <summary>Rows of tiles for which one panel of b is laid out: enough to make up for it.</summary>
    private const int TilesInChunk = 32;

    /// <summary>Multiplications below which a piece of work is not worth a thread's while.</summary>
    private const int LeastWork = 1 << 19;

    /// <summary>Rows of tiles up to which b is read where it lies.</summary>
    private const int TilesWithoutPanel = 2;

    internal override void MatMul(float* a, float* b, float* y, MatMulShape shape)
    {
        if (shape.N == 1 && shape.M > 1)
        {
            // A column has the elements of a row in their order, and a row of sums fills registers where a column does not.
            MatMul(b, a, y, new MatMulShape(shape.Batch, 1, shape.M, shape.K, TransposeA: false, TransposeB: !shape.TransposeA));
            return;
        }

        var panels = Pieces(shape.N, tile.Columns);
        var rowsInChunk = RowsInChunk(shape.M, panels * shape.Batch);
        var chunks = Pieces(shape.M, rowsInChunk);
        var panelsInPiece = (int)Math.Clamp(
            LeastWork / Math.Max(1, (long)Math.Min(shape.M, rowsInChunk) * shape.K * tile.Columns), 1, Math.Max(1, panels));
        var pieces = Pieces(panels, panelsInPiece);
        Work.Run(checked(shape.Batch * chunks * pieces), i =>
        {
            // Neighbours share the rows: a chunk of a is longer than a panel of b, as a rule.
            var (chunk, piece) = Math.DivRem(i, pieces);
            (var product, chunk) = Math.DivRem(chunk, chunks);
            int first = PartStart(shape.M, chunks, chunk), end = PartStart(shape.M, chunks, chunk + 1);
            for (var panel = piece * panelsInPiece; panel < Math.Min(panels, (piece + 1) * panelsInPiece); panel++)
                MultiplyChunk(
                    a + (nint)product * shape.M * shape.K, b + (nint)product * shape.K * shape.N, y + (nint)product * shape.M * shape.N,
                    shape, first, end, panel * tile.Columns);
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
        var tiles = Pieces(endRow - firstRow, tile.Rows);
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
                RowStride = rowStride, StepStride = step, B = inPlace ? source : panel, BStride = inPlace ? shape.N : tile.Columns,
                    CStride = shape.N,
            };
            for (int i = 0, row = firstRow; i < tiles; i++)
            {
                var end = firstRow + PartStart(endRow - firstRow, tiles, i + 1);
                operands.A = a + row * rowStride + k * step;
                operands.C = y + (nint)row * shape.N + firstColumn;
                tile.Multiply(&run, 1, &operands, end - row, columns, accumulate: k > 0);
                row = end;
            }
        }
    }
}
