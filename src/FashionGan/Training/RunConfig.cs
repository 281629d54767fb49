using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace FashionGanTf.Training;

/// <summary>What config.json says of a run: everything needed to repeat it, and what it ran on.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Images">How many pictures it trains on.</param>
/// <param name="Threads">How many threads work; results do not depend on it.</param>
public sealed record RunConfig(TrainingOptions Options, long Images, int Threads)
{
    private static readonly JsonSerializerOptions s_format = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        // Paths are read by people; nothing embeds this file in a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The program's version.</summary>
    public string Version { get; init; } = typeof(RunConfig).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>When the run began.</summary>
    public DateTimeOffset Started { get; init; } = DateTimeOffset.UtcNow;

    /// <summary>The version of .NET.</summary>
    public string Framework { get; init; } = RuntimeInformation.FrameworkDescription;

    /// <summary>The system and its processor's family.</summary>
    public string System { get; init; } = RuntimeInformation.RuntimeIdentifier;

    /// <summary>As the file has it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, s_format) + "\n";
}
