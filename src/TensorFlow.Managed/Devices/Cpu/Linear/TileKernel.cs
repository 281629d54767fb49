using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>The register tile of one set of instructions, for every number of rows up to its largest and every number of columns.</summary>
internal sealed unsafe class TileKernel
{
    /// <summary>The columns of the widest kernel.</summary>
    internal const int LargestColumns = 32;

    /// <summary>The largest tile of any kernel, in elements.</summary>
    internal const int LargestTile = 12 * LargestColumns;

    private readonly delegate*<Run*, int, TileOperands*, bool, void>[] _wide, _narrow;

    private TileKernel(
        int rows, int columns, delegate*<Run*, int, TileOperands*, bool, void>[] wide,
        delegate*<Run*, int, TileOperands*, bool, void>[] narrow) => (Rows, Columns, _wide, _narrow) = (rows, columns, wide, narrow);

    /// <summary>The rows of a full tile.</summary>
    internal int Rows { get; }

    /// <summary>The columns of a full tile: two registers.</summary>
    internal int Columns { get; }

    internal static TileKernel Of<TLanes>(int rows) where TLanes : struct, ILanes<TLanes> =>
        new(rows, 2 * TLanes.Count, ByRows<TLanes, Wide>(), ByRows<TLanes, Narrow>());

    /// <summary>The columns of as many registers as hold so many.</summary>
    internal int WidthOf(int columns) => columns > Columns / 2 ? Columns : Columns / 2;

    private static delegate*<Run*, int, TileOperands*, bool, void>[] ByRows<TLanes, TWidth>()
        where TLanes : struct, ILanes<TLanes>
        where TWidth : struct, IWidth =>
    [
        null,
        &Tile<TLanes, Rows1, TWidth>.Multiply, &Tile<TLanes, Rows2, TWidth>.Multiply, &Tile<TLanes, Rows3, TWidth>.Multiply,
        &Tile<TLanes, Rows4, TWidth>.Multiply, &Tile<TLanes, Rows5, TWidth>.Multiply, &Tile<TLanes, Rows6, TWidth>.Multiply,
        &Tile<TLanes, Rows7, TWidth>.Multiply, &Tile<TLanes, Rows8, TWidth>.Multiply, &Tile<TLanes, Rows9, TWidth>.Multiply,
        &Tile<TLanes, Rows10, TWidth>.Multiply, &Tile<TLanes, Rows11, TWidth>.Multiply, &Tile<TLanes, Rows12, TWidth>.Multiply,
    ];

    /// <summary>C (+)= A B over all runs for some rows and columns of a tile; B must be readable over one register of columns, or both
    /// where there are more.</summary>
    [SkipLocalsInit]
    internal void Multiply(Run* runs, int count, TileOperands* operands, int rows, int columns, bool accumulate)
    {
        var byRows = WidthOf(columns) == Columns ? _wide : _narrow;
        if (columns == WidthOf(columns))
        {
            byRows[rows](runs, count, operands, accumulate);
            return;
        }

        var tile = stackalloc float[LargestTile];
        var inner = *operands;
        inner.C = tile;
        inner.CStride = Columns;
        if (accumulate)
        {
            // What nobody wants must be no denormal numbers, which are slow.
            new Span<float>(tile, rows * Columns).Clear();
            for (var r = 0; r < rows; r++)
                Memory.Copy(operands->C + r * operands->CStride, tile + r * Columns, columns);
        }

        byRows[rows](runs, count, &inner, accumulate);
        for (var r = 0; r < rows; r++)
            Memory.Copy(tile + r * Columns, operands->C + r * operands->CStride, columns);
    }
}
