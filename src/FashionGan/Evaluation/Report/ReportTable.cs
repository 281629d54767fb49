namespace FashionGanTf.Evaluation.Report;

/// <summary>Figures as a reader gets them, in a terminal and in a page.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Columns">The heads of the columns of figures.</param>
/// <param name="Rows">Each with a name and a text for each column; an empty text where there is no figure.</param>
/// <param name="Note">What a reader of the page needs to understand them.</param>
public sealed record ReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<ReportRow> Rows, string Note = "");

/// <summary>A line of figures.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Cells">A text for each column.</param>
public sealed record ReportRow(string Name, params IReadOnlyList<string> Cells);
