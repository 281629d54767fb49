using System.Text.Encodings.Web;
using System.Text.Json;
using Tensorflow.Serialization;

namespace FashionGanTf.Datasets;

/// <summary>Captions of pictures in a file, a JSON object a line: <c>{"picture": 17, "text": "a dark sleeveless dress, wide"}</c>. Pictures
/// are counted from 0 in the data's own order; one may have several captions.</summary>
public static class CaptionFile
{
    /// <summary>Characters of a line at most.</summary>
    private const int LongestLine = 10_000;

    private static readonly JsonSerializerOptions s_options = new()
    {
        // A line is read by people, too.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes captions, a line each; the file is whole or not there.</summary>
    /// <param name="path">The file.</param>
    /// <param name="captions">Each picture's number with a text, in the order of the lines.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IEnumerable<(int Picture, string Text)> captions) => AtomicFile.Write(path, file =>
    {
        using var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
        foreach (var (picture, text) in captions)
            writer.WriteLine(JsonSerializer.Serialize(new { picture, text }, s_options));
    });

    /// <summary>The captions in a file, in its order.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">A line is no caption; the one-line message says which and why.</exception>
    internal static IEnumerable<(int Picture, string Text)> Read(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder; captions are a file with a line for each, " + Expected);
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {path}; captions are a file with a line for each, " + Expected);
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Parse(line, $"{path}, line {number}");
        }
    }

    /// <summary>What a line looks like.</summary>
    internal const string Expected = "as {\"picture\": 17, \"text\": \"a dark dress\"}.";

    private static (int, string) Parse(string line, string place)
    {
        if (line.Length > LongestLine)
            throw new InvalidDataException($"{place}: it has {line.Length} characters; a caption has {LongestLine} at most.");
        try
        {
            using var json = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 2 });
            if (json.RootElement is { ValueKind: JsonValueKind.Object } caption
                && caption.TryGetProperty("picture", out var picture) && picture.ValueKind == JsonValueKind.Number
                && picture.TryGetInt32(out var index) && index >= 0
                && caption.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
                return (index, text.GetString()!);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"{place} is no caption, {OneLine.Of(line[..Math.Min(40, line.Length)])}; expected is a line " +
                Expected, error);
        }

        throw new InvalidDataException($"{place} lacks a picture's number, from 0, or a text; expected is a line " + Expected);
    }
}
