using System.Globalization;
using System.Text;

namespace FashionGanTf.Benchmarks.Text;

/// <summary>A table in columns of spaces, wide enough for what is in them.</summary>
/// <param name="columns">The heads, each after &lt; or &gt;, which tells the side that the column leans on.</param>
internal sealed class TextTable(params string[] columns)
{
    private readonly List<string[]> _rows = [[.. columns.Select(column => column[1..])]];

    internal static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    internal void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = columns.Select((_, i) => _rows.Max(row => row[i].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in _rows)
        {
            var cells = row.Select((cell, i) => columns[i][0] == '<' ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }
}
