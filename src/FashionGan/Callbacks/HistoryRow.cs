using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FashionGanTf.Callbacks;

/// <summary>What is kept of an epoch.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Step">Steps since the run began.</param>
/// <param name="Logs">The means that training returned.</param>
/// <param name="ImagesPerSecond">Real pictures in a second.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record HistoryRow(int Epoch, long Step, Dictionary<string, float> Logs, double ImagesPerSecond, double Seconds)
{
    private const string EpochName = "epoch";
    private const string StepName = "step";
    private const string SpeedName = "images_per_second";
    private const string SecondsName = "seconds";

    /// <summary>The line above the rows.</summary>
    internal static string CsvHead(HistoryRow row) => string.Join(',', [EpochName, StepName, .. row.Logs.Keys, SpeedName, SecondsName])
        + "\n";

    /// <summary>A line of comma-separated values.</summary>
    internal string ToCsv() =>
        string.Join(',', [Text(Epoch), Text(Step), .. Logs.Values.Select(value => Text(value)), Text(Math.Round(ImagesPerSecond, 1)),
            Text(Math.Round(Seconds, 3))]) + "\n";

    /// <summary>A line with a JSON object.</summary>
    internal string ToJson()
    {
        var row = new JsonObject { [EpochName] = Epoch, [StepName] = Step };
        foreach (var (name, value) in Logs)
            // JSON has no word for what is not a number.
            row[name] = float.IsFinite(value) ? JsonValue.Create(value) : null;
        row[SpeedName] = Math.Round(ImagesPerSecond, 1);
        row[SecondsName] = Math.Round(Seconds, 3);
        return row.ToJsonString(JsonSerializerOptions.Default) + "\n";
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
