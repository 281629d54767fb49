using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using FashionGanTf.Training;
using Tensorflow.Serialization;

namespace FashionGanTf.Studies;

/// <summary>The folder of a study: what it is made with, each classifier's result as a line of JSON, and what the GANs learned. A study
/// that was interrupted goes on from there.</summary>
internal sealed class StudyFolder
{
    private const string SettingsName = "study.json";
    private const string CellsName = "cells.jsonl";

    private static readonly JsonSerializerOptions s_format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _folder;
    private readonly List<StudyCell> _cells;

    /// <summary>Takes a folder, and makes it if need be.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="settings">All that a cell's result depends on, besides its own numbers.</param>
    /// <exception cref="IOException">It cannot be written to, or holds a study that was made otherwise.</exception>
    /// <exception cref="InvalidDataException">A line of it is damaged.</exception>
    internal StudyFolder(string folder, JsonObject settings)
    {
        _folder = folder;
        var (path, text) = (Path.Combine(folder, SettingsName), settings.ToJsonString(new() { WriteIndented = true }) + "\n");
        if (File.Exists(path) && File.ReadAllText(path) != text)
            throw new IOException($"{folder} holds a study with other options or data, which {path} lists; choose another folder with " +
                $"--out.");
        OutputFolder.Prepare(folder);
        if (!File.Exists(path))
            AtomicFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(text)));
        _cells = [.. Read(Path.Combine(folder, CellsName))];
    }

    /// <summary>What is there.</summary>
    internal IReadOnlyList<StudyCell> Cells => _cells;

    /// <summary>The place of a file.</summary>
    internal string Of(string name) => Path.Combine(_folder, name);

    /// <summary>The weights of the generator that a part's drawn pictures come from; its sheet lies beside it.</summary>
    internal string Generator(StudyPart part, int seed) =>
        Of($"{(part.IsCut ? "cut" : "real")}-{part.PerClass}-seed-{seed}.safetensors");

    /// <summary>Keeps a result; the file is whole at any time.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal void Add(StudyCell cell)
    {
        _cells.Add(cell);
        var text = string.Concat(_cells.Select(one => JsonSerializer.Serialize(one, s_format) + "\n"));
        AtomicFile.Write(Of(CellsName), file => file.Write(Encoding.UTF8.GetBytes(text)));
    }

    private static IEnumerable<StudyCell> Read(string path)
    {
        foreach (var (number, line) in (File.Exists(path) ? File.ReadAllLines(path) : []).Index())
        {
            StudyCell? cell;
            try
            {
                cell = JsonSerializer.Deserialize<StudyCell>(line, s_format);
            }
            catch (JsonException error)
            {
                throw Damaged(error);
            }

            yield return cell is { Arm: not null } ? cell : throw Damaged(null);

            InvalidDataException Damaged(Exception? error) =>
                new($"{path}: line {number + 1} is no result of a study; remove it, and it is made again.", error);
        }
    }
}
