using System.Text;
using System.Text.Json;
using Tensorflow.Serialization;

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
    internal static void RequireWritable(string? path)
    {
        if (path is not null)
            AtomicFile.RequireWritable(path, "; choose another with --json");
    }

    /// <summary>Writes it, where somebody asked for it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal static void Write<T>(string? path, T report)
    {
        if (path is not null)
            AtomicFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(Text(report))));
    }
}
