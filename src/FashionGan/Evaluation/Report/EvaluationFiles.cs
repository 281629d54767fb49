using System.Text;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Charts;
using FashionGanTf.Plots;
using FashionGanTf.Training;
using Tensorflow.Serialization;

namespace FashionGanTf.Evaluation.Report;

/// <summary>The files of an evaluation: <c>metrics.json</c>, <c>stats_graph.png</c> and <c>.svg</c>, <c>closest_pairs.png</c> and
/// <c>report.html</c>.</summary>
public static class EvaluationFiles
{
    /// <summary>The page's name.</summary>
    public const string Report = "report.html";

    /// <summary>Makes a folder ready, before any work is done for it.</summary>
    /// <exception cref="IOException">It cannot be made or written to.</exception>
    public static void Prepare(string folder) => OutputFolder.Prepare(folder);

    /// <summary>Writes them all to a folder that is there; each file is whole or not there.</summary>
    /// <exception cref="IOException">One cannot be written.</exception>
    /// <param name="folder">The folder.</param>
    /// <param name="result">What was found.</param>
    /// <param name="command">The command line that makes the files; the page names it, with the time.</param>
    public static void Write(string folder, EvaluationResult result, string command)
    {
        ChartFiles.Write(Path.Combine(folder, StatsGraph.Name + ".png"), HtmlReport.StatsPlot(result));
        PngWriter.Write(Path.Combine(folder, "closest_pairs.png"), result.ClosestPairs);
        WriteJson(Path.Combine(folder, "metrics.json"), result);
        WriteText(Path.Combine(folder, Report), HtmlReport.Of(result, command, DateTimeOffset.Now));
    }

    /// <summary>Writes what metrics.json holds to a file of any name.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void WriteJson(string path, EvaluationResult result) => WriteText(path, MetricsJson.Of(result));

    private static void WriteText(string path, string text) => AtomicFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(text)));
}
