using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace FashionGanTf.Training;

/// <summary>What config.json says of a run: everything needed to repeat it, and what it ran on.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Images">How many pictures it trains on.</param>
/// <param name="Threads">How many threads work; results do not depend on it.</param>
public sealed record RunConfig(TrainingOptions Options, long Images, int Threads)
{
    /// <summary>The most threads that can be asked for.</summary>
    public const int MostThreads = 4096;

    private const int ShownOfChecksum = 12;

    private static readonly JsonSerializerOptions s_format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // Paths are read by people; nothing embeds this file in a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>SHA-256 of the pixels that are trained on, in their order, as 64 hexadecimal digits.</summary>
    public string DataSha256 { get; init; } = "";

    /// <summary>The same of the labels; null for a run without classes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LabelsSha256 { get; init; }

    /// <summary>What the classes are called, in the order of the labels; null for a run without classes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Classes { get; init; }

    /// <summary>SHA-256 of the captions; null for a run without texts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CaptionsSha256 { get; init; }

    /// <summary>The words that are learned, the most frequent first; null for a run without texts.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>The folder that the run writes to; null when nobody said.</summary>
    public string? Out { get; init; }

    /// <summary>The device that it computes on, as <c>GPU:0, NVIDIA H200</c>; null in files that were written before there was a choice.
    /// A run that went on elsewhere has the last one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Device { get; init; }

    /// <summary>The program's version.</summary>
    public string Version { get; init; } = typeof(RunConfig).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>The version of .NET.</summary>
    public string Framework { get; init; } = RuntimeInformation.FrameworkDescription;

    /// <summary>What it runs on.</summary>
    public Machine Machine { get; init; } = Machine.This;

    /// <summary>When the run began; a resumed run keeps it.</summary>
    public DateTimeOffset Started { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>When its last epoch ended; null while there is more to do.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Reads a config.json, which anyone may have written.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not a run's configuration;
    /// the message is one line that names the file and what is wrong.</exception>
    public static RunConfig Read(string path) => RunConfigReader.Read(path);

    /// <summary>As the file has it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, s_format) + "\n";

    /// <summary>
    /// What keeps this run from being resumed with other options: each one whose change would change the result, as
    /// <c>--batch-size 64 (the run has 128), --seed 2 (the run has 1)</c>; each option's <see cref="ResumeRule"/> decides. The number of
    /// threads may change.
    /// </summary>
    /// <param name="other">What was asked for now.</param>
    /// <returns>One line; null when nothing stands in the way.</returns>
    public string? Differences(RunConfig other)
    {
        var samePictures = DataSha256 == other.DataSha256;
        var list = TrainingOption.All.Select(option => option.Difference(Options, other.Options, samePictures)).OfType<string>().ToList();
        // Another limit, and what goes with it, says why the pictures are others; nothing else does.
        if (!samePictures && TrainingOption.All.All(option => option.OnResume != ResumeRule.SamePictures
            || Equals(option.Of(Options), option.Of(other.Options))))
            list.Add($"the data have changed: {other.Images} pictures with SHA-256 {Short(other.DataSha256)} (the run has {Images} " +
                $"with {Short(DataSha256)})");
        else if (Options.Conditional is true && other.Options.Conditional is true
            && (LabelsSha256 != other.LabelsSha256 || !(Classes ?? []).SequenceEqual(other.Classes ?? [])))
            list.Add("the labels of the data have changed, or the names of their classes");
        if (CaptionsSha256 != other.CaptionsSha256)
            list.Add(CaptionsSha256 is null ? "--text (the run does not have it)"
                : other.CaptionsSha256 is null ? "no --text (the run has it)" : "the captions have changed");
        return list.Count == 0 ? null : string.Join(", ", list);
    }

    private static string Short(string checksum) => checksum[..Math.Min(ShownOfChecksum, checksum.Length)] + "...";
}
