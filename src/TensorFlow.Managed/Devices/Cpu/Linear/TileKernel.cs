using System.Runtime.CompilerServices;

namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>The register tile of one set of instructions, for every number of rows up to its largest and every number of columns.</summary>
internal sealed unsafe class TileKernel
{
    /// <summary>The columns of the widest kernel.</summary>
    internal const int LargestColumns = 32;

    /// <summary>The largest tile of any kernel, in elements.</summary>
    internal const int LargestTile = 12 * LargestColumns;

    private readonly delegate*<Run*, int, TileOperands*, bool, void>[] _byRows;

    private TileKernel(int rows, int columns, delegate*<Run*, int, TileOperands*, bool, void>[] byRows) =>
        (Rows, Columns, _byRows) = (rows, columns, byRows);

    /// <summary>The rows of a full tile.</summary>
    internal int Rows { get; }

    /// <summary>The columns of a full tile.</summary>
    internal int Columns { get; }

    internal static TileKernel Of<TLanes>(int rows) where TLanes : struct, ILanes<TLanes> => new(
        rows,
        2 * TLanes.Count,
        [
            null,
            &Tile<TLanes, Rows1>.Multiply, &Tile<TLanes, Rows2>.Multiply, &Tile<TLanes, Rows3>.Multiply, &Tile<TLanes, Rows4>.Multiply,
            &Tile<TLanes, Rows5>.Multiply, &Tile<TLanes, Rows6>.Multiply, &Tile<TLanes, Rows7>.Multiply, &Tile<TLanes, Rows8>.Multiply,
            &Tile<TLanes, Rows9>.Multiply, &Tile<TLanes, Rows10>.Multiply, &Tile<TLanes, Rows11>.Multiply, &Tile<TLanes, Rows12>.Multiply,
        ]);

    /// <summary>C (+)= A B over all runs for some rows and columns of a tile; B must be readable over the columns of a full one.</summary>
    [SkipLocalsInit]
    internal void Multiply(Run* runs, int count, TileOperands* operands, int rows, int columns, bool accumulate)
    {
        if (columns == Columns)
        {
            _byRows[rows](runs, count, operands, accumulate);
            return;
        }

        var tile = stackalloc float[LargestTile];
        var inner = *operands;
        inner.C = tile;
        inner.CStride = Columns;
        new Span<float>(tile, rows * Columns).Clear();
        if (accumulate)
            for (var r = 0; r < rows; r++)
                new ReadOnlySpan<float>(operands->C + r * operands->CStride, columns).CopyTo(new Span<float>(tile + r * Columns, columns));
        _byRows[rows](runs, count, &inner, accumulate);
        for (var r = 0; r < rows; r++)
            new ReadOnlySpan<float>(tile + r * Columns, columns).CopyTo(new Span<float>(operands->C + r * operands->CStride, columns));
    }
}
