using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tensorflow.Keras.Engine;

namespace Tensorflow.Serialization.Keras;

/// <summary>Whole models in the layout of Keras 3: a ZIP archive of <c>config.json</c>, which lists the layers, and
/// <c>model.weights.h5</c> (keras/src/saving/saving_lib.py).</summary>
internal static class KerasArchive
{
    /// <summary>How the files' names end.</summary>
    internal const string Ending = ".keras";

    private const string Config = "config.json", Metadata = "metadata.json", Weights = "model.weights.h5";

    /// <summary>Far more than the layers of a model take.</summary>
    private const int LongestConfig = 1 << 26;

    /// <summary>Writes a model.</summary>
    /// <exception cref="ArgumentException">It has a layer that cannot be written.</exception>
    internal static void Save(string path, Model model)
    {
        var config = ModelConfig.Of(model).ToJsonString();
        var weights = KerasWeightsWriter.BytesOf(model);
        AtomicFile.Write(path, stream =>
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
            // The version whose layout this is.
            Add(archive, Metadata, Encoding.UTF8.GetBytes("""{"keras_version": "3.0.0"}"""), CompressionLevel.NoCompression);
            Add(archive, Config, Encoding.UTF8.GetBytes(config), CompressionLevel.Optimal);
            Add(archive, Weights, weights, CompressionLevel.NoCompression);
        });
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InvalidDataException">It is none, or has a layer that is not known; the message is one line.</exception>
    internal static Model Load(string path)
    {
        Model model;
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var entry = archive.GetEntry(Config) ?? throw new InvalidDataException($"it is a ZIP archive without {Config}.");
            using var content = entry.Open();
            var bytes = new byte[Math.Min(entry.Length, LongestConfig) + 1];
            var length = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > LongestConfig)
                throw new InvalidDataException($"{Config} is longer than {LongestConfig} bytes.");
            model = ModelConfig.Make(JsonNode.Parse(bytes.AsSpan(0, length))!.AsObject());
        }
        // What a damaged or strange file makes of reading its JSON, and of layers that are told what does not fit.
        catch (Exception error) when (error is InvalidDataException or JsonException or InvalidOperationException or ArgumentException
            or NullReferenceException or KeyNotFoundException or FormatException or OverflowException or NotSupportedException)
        {
            throw new InvalidDataException($"{path} cannot be read as a model: {OneLine.Of(error.Message)}", error);
        }

        try
        {
            model.load_weights(path);
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException(error.Message, error);
        }

        return model;
    }

    private static void Add(ZipArchive archive, string name, byte[] content, CompressionLevel level)
    {
        var entry = archive.CreateEntry(name, level);
        // The same model gives the same bytes.
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }
}
