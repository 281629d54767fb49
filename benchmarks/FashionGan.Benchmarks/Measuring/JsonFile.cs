using System.Text.Json;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>Results for other programs: names in snake_case.</summary>
internal static class JsonFile
{
    /// <summary>How they are written, and read again.</summary>
    internal static JsonSerializerOptions Options { get; } =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>The text.</summary>
    internal static string Text<T>(T report) => JsonSerializer.Serialize(report, Options) + "\n";

    /// <summary>Requires, before work begins, that a result can be written, where somebody asked for it.</summary>
    /// <exception cref="IOException">It cannot.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there.</exception>
    internal static void RequireWritable(string? path)
    {
        if (path is null)
            return;
        PathOption.RequireNoFolder(path);
        var isNew = !File.Exists(path);
        File.OpenWrite(path).Dispose();
        // A measurement that is interrupted leaves nothing.
        if (isNew)
            File.Delete(path);
    }

    /// <summary>Writes it, where somebody asked for it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal static void Write<T>(string? path, T report)
    {
        if (path is not null)
            File.WriteAllText(path, Text(report));
    }
}
