using System.Globalization;
using System.Net;
using System.Text;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Charts;
using FashionGanTf.Plots;

namespace FashionGanTf.Evaluation.Report;

/// <summary>An evaluation as one page with all its pictures inside: it opens from a disk, without a network, on a light or a dark
/// screen.</summary>
public static class HtmlReport
{
    private const string Style = """
        :root { color-scheme: light dark; --page: #fff; --text: #1c1c1c; --line: #d0d0d0; --soft: #595959; --code: #f0f0f0; }
        @media (prefers-color-scheme: dark) { :root { --page: #15171a; --text: #e6e6e6; --line: #444; --soft: #b0b0b0; --code: #25282d; } }
        body { font: 16px/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
        body { color: var(--text); background: var(--page); }
        table { border-collapse: collapse; margin: .5rem 0; }
        th, td { padding: .25rem .9rem; border-bottom: 1px solid var(--line); text-align: right; font-variant-numeric: tabular-nums; }
        th:first-child, td:first-child { text-align: left; padding-left: 0; }
        th { font-weight: 600; }
        code { background: var(--code); padding: .1rem .3rem; overflow-wrap: anywhere; }
        dt { color: var(--soft); }
        dd { margin: 0 0 .5rem; overflow-wrap: anywhere; }
        p.note { color: var(--soft); max-width: 46rem; margin: 0 0 2rem; }
        p.warning { border-left: 4px solid #d55e00; padding-left: .8rem; }
        img { max-width: 100%; height: auto; }
        img.chart { background: #fff; border-radius: 6px; }
        @media (max-width: 40rem) { table { display: block; overflow-x: auto; font-size: .85rem; } th, td { padding: .25rem .4rem; } }
        img.pixels { width: 60rem; image-rendering: pixelated; }
        """;

    /// <summary>The page's text.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="command">The command line that makes the page.</param>
    /// <param name="made">When it was made.</param>
    public static string Of(EvaluationResult result, string command, DateTimeOffset made)
    {
        var page = new StringBuilder();
        page.Append($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Evaluation of {Encode(result.Source)}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <h1>Evaluation</h1>
            <p>{Encode(ReportTables.Head(result))}</p>

            """);
        page.Append("<dl>\n");
        Append(page, "made on", made.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture));
        Append(page, "by", command, "code");
        if (result.WeightsSha256 is { } weights)
            Append(page, "SHA-256 of the file of weights", weights, "code");
        Append(page, "SHA-256 of the pictures' pixels", result.PicturesSha256, "code");
        page.Append("</dl>\n");
        foreach (var warning in result.Warnings)
            page.Append($"<p class=\"warning\">{Encode(warning)}</p>\n");
        foreach (var table in ReportTables.Of(result))
            Append(page, table);
        page.Append("<h2>Pixel intensities</h2>\n");
        Append(page, "Densities of the intensities of real and synthetic pixels", "svg+xml",
            Encoding.UTF8.GetBytes(ChartFiles.ToSvg(StatsPlot(result))), "chart");
        page.Append("<h2>Pictures</h2>\n");
        Append(page, "The first of the pictures", "png", PngWriter.Encode(result.Samples), "pixels");
        page.Append("""
            <h2>Closest pairs</h2>
            <p class="note">The judged pictures that are closest to a training picture, each with that picture at its right: two rows by
            pixels, then two by features.</p>

            """);
        Append(page, "Pairs of a picture and its nearest training picture", "png", PngWriter.Encode(result.ClosestPairs), "pixels");
        return page.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>The chart of the intensities of real and synthetic pixels.</summary>
    internal static Chart StatsPlot(EvaluationResult result) =>
        StatsGraph.Of(result.Densities.Brightness, result.Densities.Real, result.Densities.Drawn, result.Judged.PixelOverlap);

    private static void Append(StringBuilder page, ReportTable table)
    {
        page.Append($"<table>\n<tr><th>{Encode(table.Title)}</th>")
            .AppendJoin("", table.Columns.Select(column => $"<th>{Encode(column)}</th>")).Append("</tr>\n");
        foreach (var row in table.Rows)
            page.Append($"<tr><td>{Encode(row.Name)}</td>").AppendJoin("", row.Cells.Select(cell => $"<td>{Encode(cell)}</td>"))
                .Append("</tr>\n");
        page.Append($"</table>\n<p class=\"note\">{Encode(table.Note)}</p>\n");
    }

    private static void Append(StringBuilder page, string name, string text, string element = "span") =>
        page.Append($"<dt>{name}</dt><dd><{element}>{Encode(text)}</{element}></dd>\n");

    private static void Append(StringBuilder page, string description, string type, byte[] picture, string kind) =>
        page.Append($"<p><img class=\"{kind}\" alt=\"{Encode(description)}\" " +
            $"src=\"data:image/{type};base64,{Convert.ToBase64String(picture)}\"></p>\n");

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
