using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FashionGanTf.Callbacks;

/// <summary>What is kept of an epoch.</summary>
/// <param name="Epoch">Its number, from 1.</param>
/// <param name="Logs">The means that training returned.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record HistoryRow(int Epoch, Dictionary<string, float> Logs, double Seconds)
{
    /// <summary>The line above the rows.</summary>
    internal static string CsvHead(HistoryRow row) => string.Join(',', ["epoch", .. row.Logs.Keys, "seconds"]) + "\n";

    /// <summary>A line of comma-separated values.</summary>
    internal string ToCsv() => string.Join(',', [Text(Epoch), .. Logs.Values.Select(value => Text(value)), Text(Math.Round(Seconds, 3))]) + "\n";

    /// <summary>A line with a JSON object.</summary>
    internal string ToJson()
    {
        var row = new JsonObject { ["epoch"] = Epoch };
        foreach (var (name, value) in Logs)
            // JSON has no word for what is not a number.
            row[name] = float.IsFinite(value) ? JsonValue.Create(value) : null;
        row["seconds"] = Math.Round(Seconds, 3);
        return row.ToJsonString(JsonSerializerOptions.Default) + "\n";
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
