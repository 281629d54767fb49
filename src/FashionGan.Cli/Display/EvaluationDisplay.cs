using FashionGanTf.Evaluation;
using FashionGanTf.Evaluation.Report;
using Spectre.Console;

namespace FashionGanTf.Cli.Display;

/// <summary>Shows an evaluation: what it is doing and then its tables in an interactive terminal,
/// the tables as plain text anywhere else.</summary>
internal static class EvaluationDisplay
{
    /// <summary>Runs an evaluation and shows what it found.</summary>
    /// <param name="evaluate">Takes who is to be told what begins.</param>
    internal static void Show(Func<Action<string>, EvaluationResult> evaluate)
    {
        if (LiveTerminal.Find() is not { } console)
        {
            Console.Write(Text(evaluate(_ => { })));
            return;
        }

        var result = console.Status().Start("beginning", status => evaluate(what => status.Status(Markup.Escape(what))));
        console.WriteLine(ReportTables.Head(result));
        foreach (var table in ReportTables.Of(result))
            console.Write(Framed(table));
        foreach (var warning in result.Warnings)
            console.MarkupLineInterpolated($"[yellow]{warning}[/]");
    }

    /// <summary>All of it as plain text.</summary>
    internal static string Text(EvaluationResult result) =>
        string.Join("\n", [ReportTables.Head(result) + "\n", .. ReportTables.Of(result).Select(TextTable.Format),
            .. result.Warnings.Select(warning => $"Note: {warning}\n")]) + "\n";

    private static Table Framed(ReportTable table)
    {
        var framed = new Table().Border(TableBorder.Rounded).AddColumn(Markup.Escape(table.Title));
        foreach (var column in table.Columns)
            framed.AddColumn(new TableColumn(Markup.Escape(column)).RightAligned());
        foreach (var row in table.Rows)
            framed.AddRow([Markup.Escape(row.Name), .. row.Cells.Select(Markup.Escape)]);
        return framed;
    }
}
