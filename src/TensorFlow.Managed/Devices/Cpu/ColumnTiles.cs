namespace Tensorflow.Devices.Cpu;

/// <summary>
/// Cuts a matrix (rows, columns) into tiles that stay in a core's cache while they are read more than once. The cut depends on the sizes
/// only; tile i covers the columns from <see cref="Column"/> on and the rows from <see cref="Row"/> on.
/// </summary>
internal readonly struct ColumnTiles
{
    /// <summary>Columns in a tile of a wide matrix: runs long enough to be read fast.
    /// Where there are few rows it takes more, up to a page.</summary>
    private const int ShortestRun = 256, LongestRun = 1024;

    /// <summary>Room for rows of a tile that are read together; enough for four of the widest.</summary>
    internal const int RowsRoom = 4 * LongestRun;

    private readonly int _columnTiles;
    private readonly int _rowsInTile;
    private readonly int _columnsInTile;

    internal ColumnTiles(long rows, long columns)
    {
        (Rows, Columns) = (rows, columns);
        var run = Math.Clamp(Work.PieceLength / Math.Max(rows, 1), ShortestRun, LongestRun);
        _columnsInTile = (int)Math.Clamp(columns, 1, run);
        _rowsInTile = Work.PieceLength / _columnsInTile;
        _columnTiles = checked((int)((columns + _columnsInTile - 1) / _columnsInTile));
        RowTiles = checked((int)((rows + _rowsInTile - 1) / _rowsInTile));
    }

    internal long Rows { get; }

    internal long Columns { get; }

    /// <summary>How many tiles lie one under the other.</summary>
    internal int RowTiles { get; }

    internal int Count => checked(RowTiles * _columnTiles);

    /// <summary>How many rows of a tile to read together: a multiple of four, so that it does not matter to loops over four rows.</summary>
    internal static int RowsAtOnce(int width) => RowsRoom / width / 4 * 4;

    /// <summary>Which of the tiles one under the other this is.</summary>
    internal int RowTile(int tile) => tile / _columnTiles;

    internal long Row(int tile) => (long)RowTile(tile) * _rowsInTile;

    internal long Column(int tile) => (long)(tile % _columnTiles) * _columnsInTile;

    internal int Height(int tile) => (int)Math.Min(_rowsInTile, Rows - Row(tile));

    internal int Width(int tile) => (int)Math.Min(_columnsInTile, Columns - Column(tile));

    /// <summary>Where the tile's first element lies in the matrix.</summary>
    internal long Offset(int tile) => Row(tile) * Columns + Column(tile);

    internal long HeightOfRowTile(int rowTile) => Math.Min(_rowsInTile, Rows - (long)rowTile * _rowsInTile);
}
