using System.CommandLine;
using System.Globalization;

namespace FashionGanTf.Cli.CommandLine;

/// <summary>How many pictures lie side by side and one below the other, as in <c>8x4</c>.</summary>
internal readonly record struct GridSize(int Columns, int Rows)
{
    private const int Most = 1000;

    /// <summary>Columns times rows.</summary>
    internal int Places => Columns * Rows;

    /// <summary>As a user writes it.</summary>
    public override string ToString() => $"{Columns}x{Rows}";

    /// <summary>A grid that so many fill, if there is one at most twice as wide as high; else the smallest, as square as can be, that has
    /// room for them.</summary>
    internal static GridSize For(int count)
    {
        var least = (int)Math.Ceiling(Math.Sqrt(count));
        for (var columns = least; columns * columns <= 2 * count; columns++)
            if (count % columns == 0)
                return new GridSize(columns, count / columns);
        return new GridSize(least, (count + least - 1) / least);
    }

    /// <summary>An option that is a grid's size, null when it is not given.</summary>
    internal static Option<GridSize?> Option(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "CxR",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (TryParse(text, out var size))
                return size;
            result.AddError($"{name} needs columns and rows from 1 to {Most} as in 8x4, not '{text}'.");
            return null;
        },
    };

    internal static bool TryParse(string text, out GridSize size)
    {
        var parts = text.Split('x', 'X');
        size = default;
        if (parts.Length != 2 || !TryParseSide(parts[0], out var columns) || !TryParseSide(parts[1], out var rows))
            return false;
        size = new GridSize(columns, rows);
        return true;
    }

    private static bool TryParseSide(string text, out int side) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out side) && side is >= 1 and <= Most;
}
