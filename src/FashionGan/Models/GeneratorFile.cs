using System.Text.Json;
using FashionGanTf.Conditions;
using FashionGanTf.Networks;
using FashionGanTf.Training;
using Tensorflow;
using Tensorflow.Keras.Engine;
using Tensorflow.Serialization;

namespace FashionGanTf.Models;

/// <summary>A file with a generator's weights, whose names and shapes say what it draws. One with classes says in its text
/// <c>classes</c> what they are called; of one that lost it they are numbered. One that takes texts has its words in its text, see
/// <see cref="TextWeights"/>.</summary>
/// <param name="Shape">The networks whose generator it is.</param>
/// <param name="Classes">The classes that it can be asked for.</param>
/// <param name="Vocabulary">The words of texts that it can be asked for; null where it takes none.</param>
internal sealed record GeneratorFile(NetworkShape Shape, ClassNames Classes, Vocabulary? Vocabulary = null)
{
    /// <summary>The text with the names of the classes, a JSON list.</summary>
    private const string ClassesKey = "classes";

    private const string Expected =
        "expected was a generator's weights, as FashionGan.Save writes them and a run leaves them in run/generator.safetensors.";

    /// <summary>How a kind of file begins.</summary>
    private static readonly (int[] Start, string Kind)[] s_kinds =
    [
        ([0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'], "a PNG picture"),
        ([0x1F, 0x8B], "a gzip file"),
        ([0, 0, 8], "an IDX array"),
        ([0x89, 'H', 'D', 'F'], "an HDF5 file"),
        (['P', 'K', 3, 4], "a zip file"),
        (['{'], "a JSON file"),
    ];

    /// <summary>Writes a generator's weights; without classes nothing but the weights.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    internal static void Save(string path, Model generator, ClassNames classes, Vocabulary? vocabulary = null)
    {
        if (classes.Count == 0 && vocabulary is null)
        {
            generator.save_weights(path);
            return;
        }

        using var scope = TensorScope.Begin();
        using var snapshot = VariableSnapshot.Take(generator.Weights);
        SafeTensors.save(
            path, generator.named_weights.Select(weight => (weight.Name, weight.Variable.AsTensor())),
            vocabulary is null ? new Dictionary<string, string> { [ClassesKey] = JsonSerializer.Serialize<IEnumerable<string>>(classes) }
                : TextWeights.Describe(vocabulary));
    }

    /// <summary>What a file says of its generator; the names and shapes of its weights are still to be compared.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It holds something else; the message says what.</exception>
    internal static GeneratorFile Open(string path) => Of(Read(path), path);

    /// <summary>Reads a file that should hold a network's weights.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is no safetensors file; the message says what it is.</exception>
    internal static SafeTensors Read(string path)
    {
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder; {Expected}");
        if (!File.Exists(path))
            throw new FileNotFoundException($"There is no file {path}; {Expected}");
        try
        {
            return SafeTensors.load(path);
        }
        catch (InvalidDataException error) when (Foreign(path) is { } kind)
        {
            throw new InvalidDataException($"{path} is {kind}; {Expected}", error);
        }
    }

    /// <summary>What a file's content says of its generator.</summary>
    /// <param name="file">The content.</param>
    /// <param name="path">What to call it in a message.</param>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    internal static GeneratorFile Of(SafeTensors file, string path) =>
        // Found by its tensors' names: other tools write them in another order.
        !IsCheckpoint(file)
        && (DcganFile.OfGenerator(file) ?? ResidualGanFile.OfGenerator(file) ?? StyleGanFile.OfGenerator(file)) is { } network
            ? TextWeights.AreIn(file) ? new GeneratorFile(network.Shape, ClassNames.None, TextWeights.Vocabulary(file, path))
                : new GeneratorFile(network.Shape, ClassesOf(file, network.ClassRows, path))
            : throw new InvalidDataException($"{path} holds {Kind(file)}; {Expected}");

    /// <summary>Requires weights that can draw.</summary>
    /// <exception cref="InvalidDataException">One is NaN or infinite; the message says where.</exception>
    internal static void RequireFinite(string path, Model generator)
    {
        using var scope = TensorScope.Begin();
        foreach (var (name, weight) in generator.named_weights)
            foreach (var value in weight.AsTensor().ToArray<float>())
                if (!float.IsFinite(value))
                    throw new InvalidDataException($"{path} holds numbers that are not finite, in '{name}': the training diverged; use " +
                        $"the weights of an earlier one.");
    }

    /// <param name="file">The file.</param>
    /// <param name="rows">The shape of weights with a row for each class; null where there are none.</param>
    /// <param name="path">What to call it in a message.</param>
    private static ClassNames ClassesOf(SafeTensors file, Shape? rows, string path)
    {
        if (rows is null)
            return ClassNames.None;
        var count = rows.ndim == 2 && rows[0] is >= 1 and <= ClassNames.Most ? (int)rows[0]
            : throw new InvalidDataException($"{path}: its weights for classes have the shape {rows}, not a row for each class.");
        if (!file.metadata.TryGetValue(ClassesKey, out var text))
            return ClassNames.Numbered(count);
        try
        {
            var names = new ClassNames(JsonSerializer.Deserialize(text, FileTexts.Default.StringArray) ?? []);
            return names.Count == count ? names
                : throw new InvalidDataException($"{path} names {names.Count} classes and has weights for {count}.");
        }
        catch (Exception error) when (error is JsonException or ArgumentException or NullReferenceException)
        {
            throw new InvalidDataException($"{path}: its text '{ClassesKey}' is no list of the classes' names.", error);
        }
    }

    private static bool IsCheckpoint(SafeTensors file) => file.metadata.GetValueOrDefault("format") == Checkpoint.Format;

    private static string Kind(SafeTensors file) =>
        IsCheckpoint(file) ? "a training's checkpoint, which train --resume reads"
        : DiscriminatorFile.IsOne(file) ? "a discriminator's weights"
        : !file.names.Any() ? "no tensors"
        : ResidualGanFile.IsGenerator(file) ? ResidualGanFile.Fault(file)
        : StyleGanFile.IsGenerator(file) ? StyleGanFile.Fault(file)
        : DcganFile.Fault(file);

    /// <summary>What a file that is no safetensors file is; null when nobody knows.</summary>
    private static string? Foreign(string path)
    {
        var start = new byte[8];
        using var file = File.OpenRead(path);
        if (!file.CanSeek)
            return "a pipe";
        var length = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (length == 0)
            return "an empty file";
        foreach (var (bytes, kind) in s_kinds)
            if (length >= bytes.Length && bytes.Zip(start, (a, b) => a == b).All(same => same))
                return kind;
        return null;
    }
}
