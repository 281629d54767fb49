using FashionGanTf.Datasets.Preparing;
using Tensorflow.Serialization;

namespace FashionGanTf.Datasets.Sources;

/// <summary>The table <c>styles.csv</c> of the Fashion Product Images: values parted by commas, in quotes or not. Some names of products,
/// in the last column, have commas and no quotes.</summary>
internal sealed class StylesTable
{
    /// <summary>Many times the published table, of 44,446 rows.</summary>
    private const long LargestFile = 1 << 28;

    private readonly string _path;

    private StylesTable(string path, string[] columns) => (_path, Columns) = (path, columns);

    /// <summary>What the columns are called.</summary>
    internal string[] Columns { get; }

    /// <summary>The rows; each has a value for every column.</summary>
    internal List<string[]> Rows { get; } = [];

    /// <summary>The lines that have fewer.</summary>
    internal List<LeftOut> LeftOut { get; } = [];

    /// <summary>Reads a table.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is too large.</exception>
    internal static StylesTable Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        if (file.Length > LargestFile)
            throw new InvalidDataException($"{path} is larger than {LargestFile >> 20} MiB.");
        using var lines = new StreamReader(file);
        var table = new StylesTable(path, [.. Values(lines.ReadLine() ?? "", int.MaxValue)]);
        for (var number = 2; lines.ReadLine() is { } line; number++)
        {
            if (line.Length == 0)
                continue;
            var values = Values(line, table.Columns.Length);
            if (values.Count == table.Columns.Length)
                table.Rows.Add([.. values]);
            else
                table.LeftOut.Add(new LeftOut($"{path}, line {number}", "it has fewer values than the table has columns"));
        }

        return table;
    }

    /// <summary>The place of a column.</summary>
    /// <param name="name">Its name, in capitals or not.</param>
    /// <exception cref="InvalidDataException">There is none; the message names those that there are.</exception>
    internal int Column(string name)
    {
        var place = Array.FindIndex(Columns, column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
        return place >= 0 ? place : throw new InvalidDataException(
            $"{_path} has no column {OneLine.Of(name)}; it has {OneLine.Of(string.Join(", ", Columns))}.");
    }

    /// <summary>The values of a line; the last of so many takes the rest, commas and all.</summary>
    private static List<string> Values(string line, int columns)
    {
        var values = new List<string>();
        for (var start = 0; start <= line.Length;)
        {
            var end = values.Count == columns - 1 ? line.Length : End(line, start);
            values.Add(Unquoted(line[start..end].Trim()));
            start = end + 1;
        }

        return values;
    }

    /// <summary>The comma that ends a value, or the line's end. A quote that nothing closes is a quote, of inches say.</summary>
    private static int End(string line, int start)
    {
        var quoted = start;
        if (line.AsSpan(start).StartsWith('"'))
            for (var close = line.IndexOf('"', start + 1); close >= 0; close = line.IndexOf('"', close + 1))
                if (close + 1 == line.Length || line[close + 1] == ',')
                {
                    quoted = close;
                    break;
                }
                else if (line[close + 1] == '"')
                    close++;
        var comma = line.IndexOf(',', quoted);
        return comma < 0 ? line.Length : comma;
    }

    private static string Unquoted(string value) => value is ['"', .. var inner, '"'] ? inner.Replace("\"\"", "\"") : value;
}
