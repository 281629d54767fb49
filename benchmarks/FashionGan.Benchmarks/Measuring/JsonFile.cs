using System.Text.Json;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Results for other programs: names in snake_case.</summary>
internal static class JsonFile
{
    private static readonly JsonSerializerOptions s_options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>The text.</summary>
    internal static string Text<T>(T report) => JsonSerializer.Serialize(report, s_options) + "\n";

    /// <summary>Writes it, where somebody asked for it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal static void Write<T>(string? path, T report)
    {
        if (path is not null)
            File.WriteAllText(path, Text(report));
    }
}
