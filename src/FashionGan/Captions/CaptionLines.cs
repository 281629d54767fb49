using System.Text.Encodings.Web;
using System.Text.Json;
using Tensorflow.Serialization;

namespace FashionGanTf.Captions;

/// <summary>Captions in a file of JSON lines: <c>{"picture":17,"text":"a dark sleeveless dress, wide"}</c>.</summary>
public static class CaptionLines
{
    private static readonly JsonSerializerOptions s_options = new(JsonSerializerDefaults.Web)
    {
        // A line is read by people, too.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes captions, a line each; the file is whole or not there.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, IEnumerable<Caption> captions) => AtomicFile.Write(path, file =>
    {
        using var writer = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
        foreach (var caption in captions)
            writer.WriteLine(JsonSerializer.Serialize(caption, s_options));
    });
}
