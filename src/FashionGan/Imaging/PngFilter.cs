namespace FashionGanTf.Imaging;

/// <summary>The five filters of a row (PNG specification, section 9), undone in place.</summary>
internal static class PngFilter
{
    /// <summary>Turns a filtered row into pixels.</summary>
    /// <param name="filter">The number before the row.</param>
    /// <param name="row">The row.</param>
    /// <param name="above">The row above, already turned; zeros above the first.</param>
    /// <param name="step">The bytes of a pixel.</param>
    /// <exception cref="InvalidDataException">There is no such filter.</exception>
    internal static void Undo(int filter, Span<byte> row, ReadOnlySpan<byte> above, int step)
    {
        switch (filter)
        {
            case 0:
                break;
            case 1:
                for (var i = step; i < row.Length; i++)
                    row[i] += row[i - step];
                break;
            case 2:
                for (var i = 0; i < row.Length; i++)
                    row[i] += above[i];
                break;
            case 3:
                for (var i = 0; i < row.Length; i++)
                    row[i] += (byte)(((i < step ? 0 : row[i - step]) + above[i]) / 2);
                break;
            case 4:
                for (var i = 0; i < row.Length; i++)
                    row[i] += i < step ? above[i] : Paeth(row[i - step], above[i], above[i - step]);
                break;
            default:
                throw new InvalidDataException($"a row has the filter {filter}; there are 0 to 4.");
        }
    }

    /// <summary>Of left, above and above-left the one next to left + above - above-left.</summary>
    private static byte Paeth(byte left, byte above, byte corner)
    {
        int toLeft = Math.Abs(above - corner), toAbove = Math.Abs(left - corner), toCorner = Math.Abs(left + above - 2 * corner);
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
