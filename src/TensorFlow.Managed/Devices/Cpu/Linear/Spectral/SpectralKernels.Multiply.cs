using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear.Spectral;

/// <content>Products of spectra, from the register tile that direct sums use.</content>
internal sealed unsafe partial class SpectralKernels<TLanes>
{
    /// <summary>Steps of a sum whose panel of b is laid out at once: 32 KiB for the widest tile,
    /// which stays in a core's nearest cache.</summary>
    private const int DepthBlock = 256;

    /// <summary>Rows of a whole number of tiles, whose operands stay in a core's second cache.</summary>
    private const int RowsInChunk = 132;

    /// <summary>Columns of y in a piece of work: two panels of the widest tile.</summary>
    private const int ColumnsInPiece = 128;

    /// <summary>What a panel of b is made of.</summary>
    private enum Part
    {
        /// <summary>c.</summary>
        Real,

        /// <summary>d - c.</summary>
        Difference,

        /// <summary>-(c + d).</summary>
        MinusSum,
    }

    internal override void Multiply(Spectrum a, bool transposeA, Spectrum b, bool transposeB, bool conjugateB, Spectrum y, bool accumulate)
    {
        var pieces = (y.Columns + ColumnsInPiece - 1) / ColumnsInPiece;
        Work.Run(y.Numbers * pieces, i =>
        {
            var (number, piece) = Math.DivRem(i, pieces);
            var (first, end) = (piece * ColumnsInPiece, Math.Min(y.Columns, (piece + 1) * ColumnsInPiece));
            var depth = transposeA ? a.Rows : a.Columns;
            var product = new Product(a, transposeA, b, transposeB, y, depth, number, first, end);
            // Most likely this thread's next one.
            var ahead = number + 1 < y.Numbers ? new Ahead(a, b, number + 1) : default;
            if (number < y.RealNumbers)
                MultiplyReal(product, accumulate, ref ahead);
            else
                MultiplyComplex(product, conjugateB, accumulate, ref ahead);
        });
    }

    private void MultiplyReal(Product p, bool accumulate, ref Ahead ahead)
    {
        var panel = Scratch.Of((long)DepthBlock * tile.Columns);
        for (var column = p.FirstColumn; column < p.EndColumn; column += tile.Columns)
            Accumulate(p, p.Left(p.A.Real(p.Number)), Part.Real, p.Y.Real(p.Number), 0, p.Y.Rows, column, panel, fromZero: !accumulate,
                ref ahead);
    }

    private void MultiplyComplex(Product p, bool conjugateB, bool accumulate, ref Ahead ahead)
    {
        var panel = Scratch.Of((long)DepthBlock * tile.Columns + (long)RowsInChunk * p.Depth);
        var sums = panel + DepthBlock * tile.Columns;
        float* ar = p.A.Real(p.Number), ai = p.A.Imaginary(p.Number), yr = p.Y.Real(p.Number), yi = p.Y.Imaginary(p.Number);
        for (var row = 0; row < p.Y.Rows; row += RowsInChunk)
        {
            var rows = Math.Min(RowsInChunk, p.Y.Rows - row);
            AddParts(p, ar, ai, row, rows, sums);
            // The sums start at the chunk's own first row.
            var left = p.TransposeA ? new Left(sums - row, 1, rows) : new Left(sums - (nint)row * p.Depth, p.Depth, 1);
            for (var column = p.FirstColumn; column < p.EndColumn; column += tile.Columns)
            {
                // The tiles see to the real part themselves.
                PrefetchRows(yi + (nint)row * p.Y.Columns + column, p.Y.Columns, rows);
                Accumulate(p, left, Part.Real, yr, row, rows, column, panel, fromZero: !accumulate, ref ahead);
                if (accumulate)
                    Accumulate(p, left, Part.Real, yi, row, rows, column, panel, fromZero: false, ref ahead);
                else
                    Copy(yr, yi, p.Y.Columns, row, rows, column, Math.Min(tile.Columns, p.EndColumn - column));
                Accumulate(p, p.Left(ai), conjugateB ? Part.Difference : Part.MinusSum, yr, row, rows, column, panel, fromZero: false,
                    ref ahead);
                Accumulate(p, p.Left(ar), conjugateB ? Part.MinusSum : Part.Difference, yi, row, rows, column, panel, fromZero: false,
                    ref ahead);
            }
        }
    }

    /// <summary>Adds the products of some rows of a and a panel of b, block by block of the sums' steps, to y or to 0.</summary>
    [SkipLocalsInit]
    private void Accumulate(Product p, Left left, Part part, float* y, int firstRow, int rows, int column, float* panel, bool fromZero,
        ref Ahead ahead)
    {
        var columns = Math.Min(tile.Columns, p.EndColumn - column);
        for (var k = 0; k < p.Depth; k += DepthBlock)
        {
            var depth = Math.Min(DepthBlock, p.Depth - k);
            if (p.TransposeB)
                PackTransposed(p.B, p.Number, part, column, columns, k, depth, panel);
            else
                Pack(p.B, p.Number, part, k, depth, column, columns, panel);
            var run = new Run(0, 0, depth);
            var operands = new TileOperands
            {
                RowStride = left.RowStride, StepStride = left.StepStride, B = panel, BStride = tile.Columns, CStride = p.Y.Columns,
            };
            for (var row = firstRow; row < firstRow + rows; row += tile.Rows)
            {
                var height = Math.Min(tile.Rows, firstRow + rows - row);
                operands.A = left.Elements + row * left.RowStride + k * left.StepStride;
                operands.C = y + (nint)row * p.Y.Columns + column;
                operands.Ahead = ahead.Take(depth);
                tile.Multiply(&run, 1, &operands, height, columns, accumulate: k > 0 || !fromZero);
            }
        }
    }

    /// <summary>The rows of y are far apart and not in any cache yet;
    /// without this the processor would wait for each when it is written.</summary>
    private void PrefetchRows(float* row, nint stride, int rows)
    {
        for (; rows > 0; rows--, row += stride)
            for (var lane = 0; lane < tile.Columns; lane += TLanes.Count)
                Memory.Prefetch(row + lane);
    }

    /// <summary>Real and imaginary part of a's rows added, laid out as a is.</summary>
    private static void AddParts(Product p, float* real, float* imaginary, int firstRow, int rows, float* sums)
    {
        // Rows of a, or for a transposed one the same part of each of its rows.
        var (count, length, stride) = p.TransposeA ? (p.Depth, rows, p.A.Columns) : (1, rows * p.Depth, 0);
        var from = p.TransposeA ? firstRow : (nint)firstRow * p.Depth;
        for (var i = 0; i < count; i++, from += stride, sums += length)
        {
            var c = 0;
            for (; c <= length - TLanes.Count; c += TLanes.Count)
                TLanes.Add(TLanes.Load(real + from + c), TLanes.Load(imaginary + from + c)).Store(sums + c);
            for (; c < length; c++)
                sums[c] = real[from + c] + imaginary[from + c];
        }
    }

    private static void Copy(float* source, float* target, int stride, int firstRow, int rows, int column, int columns)
    {
        for (nint row = firstRow; row < firstRow + rows; row++)
            new ReadOnlySpan<float>(source + row * stride + column, columns)
                .CopyTo(new Span<float>(target + row * stride + column, columns));
    }

    /// <summary>Lays out rows of b as [step][column], filled up with zeros.</summary>
    private void Pack(Spectrum b, int number, Part part, int firstRow, int rows, int column, int columns, float* panel)
    {
        nint offset = (nint)firstRow * b.Columns + column;
        float* c = b.Real(number) + offset, d = part == Part.Real ? c : b.Imaginary(number) + offset;
        for (var row = 0; row < rows; row++, c += b.Columns, d += b.Columns, panel += tile.Columns)
            for (var lane = 0; lane < tile.Columns; lane += TLanes.Count)
                (lane < columns ? Combine(part, c + lane, d + lane) : default).Store(panel + lane);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes Combine(Part part, float* c, float* d) => part switch
    {
        Part.Real => TLanes.Load(c),
        Part.Difference => TLanes.Subtract(TLanes.Load(d), TLanes.Load(c)),
        _ => TLanes.Subtract(TLanes.Subtract(default, TLanes.Load(c)), TLanes.Load(d)),
    };

    /// <summary>Lays out columns of b, which are the steps, as [step][row], filled up with zeros; four rows at a time.</summary>
    private void PackTransposed(Spectrum b, int number, Part part, int firstRow, int rows, int column, int columns, float* panel)
    {
        if (rows < tile.Columns)
            new Span<float>(panel, columns * tile.Columns).Clear();
        nint stride = b.Columns, offset = firstRow * stride + column;
        float* c = b.Real(number) + offset, d = part == Part.Real ? c : b.Imaginary(number) + offset;
        for (var row = 0; row < rows; row += 4, c += 4 * stride, d += 4 * stride)
            for (var k = 0; k < columns; k += TLanes.Count)
                TLanes.StoreColumns(
                    Combine(part, c + k, d + k), Combine(part, c + stride + k, d + stride + k),
                    Combine(part, c + 2 * stride + k, d + 2 * stride + k), Combine(part, c + 3 * stride + k, d + 3 * stride + k),
                    panel + k * tile.Columns + row, tile.Columns);
    }

    /// <summary>The operands of another number, handed to the tiles bit by bit, to be fetched into the cache while they compute.</summary>
    private struct Ahead(Spectrum a, Spectrum b, int number)
    {
        private float* _from = a.Real(number);
        private float* _end = a.Real(number + 1);
        private float* _fromB = b.Real(number);
        private float* _endB = b.Real(number + 1);

        /// <summary>What a tile may ask for in so many steps; null when all was asked for.</summary>
        internal float* Take(int steps)
        {
            if (_from >= _end)
            {
                _from = _fromB;
                _end = _endB;
                _fromB = _endB = null;
            }

            var from = _from;
            _from += from is null ? 0 : steps * TileOperands.AheadOfStep;
            return from;
        }
    }

    /// <summary>Where the left side of a product lies; strides are in elements.</summary>
    private readonly struct Left(float* elements, nint rowStride, nint stepStride)
    {
        internal float* Elements => elements;

        internal nint RowStride => rowStride;

        internal nint StepStride => stepStride;
    }

    /// <summary>One piece of the work: some columns of one number's product.</summary>
    private readonly struct Product(
        Spectrum a, bool transposeA, Spectrum b, bool transposeB, Spectrum y, int depth, int number, int firstColumn, int endColumn)
    {
        internal Spectrum A => a;

        internal bool TransposeA => transposeA;

        internal Spectrum B => b;

        internal bool TransposeB => transposeB;

        internal Spectrum Y => y;

        /// <summary>Steps of each sum.</summary>
        internal int Depth => depth;

        internal int Number => number;

        internal int FirstColumn => firstColumn;

        internal int EndColumn => endColumn;

        internal Left Left(float* plane) => transposeA ? new(plane, 1, a.Columns) : new(plane, a.Columns, 1);
    }
}
