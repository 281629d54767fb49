namespace Tensorflow.Devices.Cpu.Linear;

/// <summary>
/// Matrix products and convolutions from one register tile: each pass only says which stretches of memory a tile's sums run over. Taps
/// that fall outside the picture are not in the list, or meet zeros where its rows are laid out between them, and the columns' side (the
/// weights, as a rule) is laid out in panels as wide as the tile; nothing else is copied.
/// </summary>
internal sealed unsafe partial class TiledLinear(string name, bool isSupported, TileKernel tile) : LinearKernels
{
    /// <summary>Runs that a list on the stack holds; a longer sum is computed in parts, each going on from the one before.</summary>
    private const int RunCapacity = 256;

    private const int FloatsInLine = 16;

    internal override string Name => name;

    internal override bool IsSupported => isSupported;

    private static int Pieces(int size, int piece) => (size + piece - 1) / piece;

    /// <summary>Where part i of a size begins that is cut into parts of equal length, or nearly so.</summary>
    private static int PartStart(int size, int parts, int i) => (int)((long)size * i / parts);

    /// <summary>Lays out up to a tile's columns of a matrix as [row][column], filled up with zeros.</summary>
    /// <param name="source">The first element; element (r, c) lies at r rowStride + c columnStride.</param>
    /// <param name="rowStride">Elements between rows.</param>
    /// <param name="columnStride">Elements between columns.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns there are, at most a tile's.</param>
    /// <param name="panel">Where the panel goes.</param>
    private void PackPanel(float* source, nint rowStride, nint columnStride, nint rows, int columns, float* panel)
    {
        var width = tile.Columns;
        if (columns < width)
            for (nint r = 0; r < rows; r++)
                new Span<float>(panel + r * width + columns, width - columns).Clear();
        if (columnStride == 1)
        {
            for (nint r = 0; r < rows; r++)
                Memory.Copy(source + r * rowStride, panel + r * width, columns);
            return;
        }

        // A cache line of each column at a time: whole columns would send every write to another line.
        for (nint block = 0; block < rows; block += FloatsInLine)
        {
            var end = Math.Min(rows, block + FloatsInLine);
            var c = 0;
            if (rowStride == 1 && end - block == FloatsInLine)
                for (; c <= columns - 4; c += 4)
                    for (var r = block; r < end; r += 4)
                        Memory.Transpose4(source + r + c * columnStride, columnStride, panel + r * width + c, width);
            for (; c < columns; c++)
                for (var r = block; r < end; r++)
                    panel[r * width + c] = source[r * rowStride + c * columnStride];
        }
    }
}
