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
    internal static string CsvHead(HistoryRow row) => string.Join(',', [EpochName, StepName, .. row.Logs.Keys, SpeedName, SecondsName]) + "\n";

    /// <summary>A line of comma-separated values.</summary>
    internal string ToCsv() => string.Join(',', [Text(Epoch), Text(Step), .. Logs.Values.Select(value => Text(value)), Text(Math.Round(ImagesPerSecond, 1)), Text(Math.Round(Seconds, 3))]) + "\n";

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

    /// <summary>Reads what <see cref="ToJson"/> wrote, in a file that anyone may have written.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    internal static HistoryRow Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 1, AllowDuplicateProperties = false });
            var logs = new Dictionary<string, float>();
            foreach (var property in json.RootElement.EnumerateObject())
                if (property.Name is not (EpochName or StepName or SpeedName or SecondsName))
                    logs.Add(property.Name, property.Value.ValueKind == JsonValueKind.Null ? float.NaN : property.Value.GetSingle());
            return new HistoryRow(
                json.RootElement.GetProperty(EpochName).GetInt32(), json.RootElement.GetProperty(StepName).GetInt64(), logs,
                json.RootElement.GetProperty(SpeedName).GetDouble(), json.RootElement.GetProperty(SecondsName).GetDouble());
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
        {
            throw new InvalidDataException("A row of its history is damaged.", error);
        }
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
