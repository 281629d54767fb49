using System.Text;

namespace FashionGanTf.Evaluation.Report;

/// <summary>Tables as plain text.</summary>
public static class TextTable
{
    private const string Gap = "  ";

    /// <summary>The title, then a line a row, in columns as wide as they need; each line ends in a line feed.</summary>
    public static string Format(ReportTable table)
    {
        var names = table.Rows.Select(row => row.Name.Length).Append(table.Title.Length).Max();
        var widths = table.Columns.Select((column, i) => table.Rows.Select(row => row.Cells[i].Length).Append(column.Length).Max())
            .ToArray();
        var text = new StringBuilder();
        void Line(string name, IReadOnlyList<string> cells) =>
            text.Append(name.PadRight(names)).AppendJoin("", cells.Select((cell, i) => Gap + cell.PadLeft(widths[i]))).Append('\n');
        Line(table.Title, table.Columns);
        foreach (var row in table.Rows)
            Line(row.Name, row.Cells);
        return text.ToString();
    }
}
