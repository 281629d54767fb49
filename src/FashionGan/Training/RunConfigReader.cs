using System.Globalization;
using System.Text.Json;
using FashionGanTf.Conditions;

namespace FashionGanTf.Training;

/// <summary>Reads config.json as a file that anyone may have written: size, types and ranges are checked, and nothing of it is shown but
/// names that we know.</summary>
internal static class RunConfigReader
{
    /// <summary>Many times what a run writes.</summary>
    private const int LargestFile = 256 * 1024;

    /// <summary>More than most files have.</summary>
    private const int PartLength = 8192;

    private const int LongestText = 4096;

    internal static RunConfig Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Read(file, path);
    }

    /// <summary>Reads a file's content from a stream.</summary>
    /// <param name="file">The stream.</param>
    /// <param name="path">What it is called in a message.</param>
    internal static RunConfig Read(Stream file, string path)
    {
        try
        {
            using var json = JsonDocument.Parse(Bytes(file), new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            return Config(json.RootElement);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(
                $"{path} is not a run's configuration: it is not JSON, or damaged (line {error.LineNumber + 1}).", error);
        }
        catch (InvalidOperationException error)
        {
            // So does the framework's parser call a name that is half of a surrogate pair.
            throw new InvalidDataException($"{path} is not a run's configuration: one of its names is no text.", error);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path} is not a run's configuration: {error.Message}", error);
        }
    }

    private static byte[] Bytes(Stream file)
    {
        // Its length is not asked: a pipe has none, and a file may grow.
        using var bytes = new MemoryStream();
        var part = new byte[PartLength];
        for (int length; (length = file.Read(part)) > 0;)
        {
            bytes.Write(part, 0, length);
            Require(bytes.Length <= LargestFile, $"it is larger than {LargestFile} bytes.");
        }

        return bytes.ToArray();
    }

    private static RunConfig Config(JsonElement root)
    {
        Require(root.ValueKind == JsonValueKind.Object, "it is not a JSON object.");
        var images = Whole(root, "images", 1, int.MaxValue);
        var config = new RunConfig(Options(Part(root, "options")), images, (int)Whole(root, "threads", 1, RunConfig.MostThreads))
        {
            DataSha256 = Text(root, "data_sha256"),
            LabelsSha256 = OptionalText(root, "labels_sha256"),
            Classes = Classes(root),
            CaptionsSha256 = OptionalText(root, "captions_sha256"),
            Words = Words(root),
            Out = OptionalText(root, "out"),
            Device = OptionalText(root, "device"),
            Version = Text(root, "version"),
            Framework = Text(root, "framework"),
            Machine = Machine(Part(root, "machine")),
            Started = Time(root, "started") ?? throw new InvalidDataException("'started' is missing."),
            Ended = Time(root, "ended"),
        };
        Require(config.DataSha256.Length == 64 && config.DataSha256.All(char.IsAsciiHexDigitLower),
            "'data_sha256' is not 64 hexadecimal digits.");
        return config;
    }

    private static TrainingOptions Options(JsonElement options)
    {
        var result = TrainingOption.All.Aggregate(new TrainingOptions(), (read, option) => option.Change(read, Value(options, option)));
        Require(result.Contradiction() is null, result.Contradiction()!);
        return result;
    }

    /// <summary>The names of the classes; null where there are none.</summary>
    private static IReadOnlyList<string>? Classes(JsonElement root)
    {
        if (Find(root, "classes") is not { } classes)
            return null;
        Require(classes.ValueKind == JsonValueKind.Array && classes.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String),
            "'classes' is not a list of names.");
        try
        {
            return [.. new ClassNames(classes.EnumerateArray().Select(name => TryGetString(name) ?? ""))];
        }
        catch (ArgumentException error)
        {
            throw new InvalidDataException($"'classes' is not a list of names: {error.Message}", error);
        }
    }

    /// <summary>The words that are learned; null where there are none.</summary>
    private static IReadOnlyList<string>? Words(JsonElement root)
    {
        if (Find(root, "words") is not { } words)
            return null;
        Require(words.ValueKind == JsonValueKind.Array && words.GetArrayLength() <= Vocabulary.Most
            && words.EnumerateArray().All(word => word.ValueKind == JsonValueKind.String && TryGetString(word) is { } text
                && text.Length <= Vocabulary.LongestWord && Conditions.Words.Of(text) is [var same] && same == text),
            "'words' is not a list of words.");
        return [.. words.EnumerateArray().Select(word => word.GetString()!)];
    }

    private static object? Value(JsonElement options, TrainingOption option)
    {
        if (option.Default is null && Find(options, option.ConfigName) is null)
            return null;
        if (option.Type == typeof(bool))
            return Truth(options, option.ConfigName);
        if (option.Choices.Count > 0)
            return Choice(options, option);
        if (option.Type == typeof(int))
            return (int)Whole(options, option.ConfigName, (long)option.Least, (long)option.Most);
        return option.Type == typeof(double)
            ? Number(options, option.ConfigName, option.Least, option.Most) : Text(options, option.ConfigName);
    }

    private static object Choice(JsonElement options, TrainingOption option)
    {
        var value = Find(options, option.ConfigName)!.Value;
        var text = value.ValueKind switch
        {
            JsonValueKind.String when option.Type == typeof(string) => TryGetString(value),
            JsonValueKind.Number when option.Type == typeof(int) => value.GetRawText(),
            _ => null,
        };
        Require(text is not null && option.Choices.Contains(text),
            $"'{option.ConfigName}' is not a choice of {string.Join(", ", option.Choices)}.");
        return option.Type == typeof(int) ? int.Parse(text!, CultureInfo.InvariantCulture) : text!;
    }

    private static Machine Machine(JsonElement machine) =>
        new(Text(machine, "system"), Text(machine, "architecture"), Text(machine, "processor"),
            (int)Whole(machine, "cores", 1, int.MaxValue));

    /// <summary>A property that is there and not null.</summary>
    private static JsonElement? Find(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static JsonElement Part(JsonElement parent, string name) =>
        Find(parent, name) is { ValueKind: JsonValueKind.Object } part
        ? part : throw new InvalidDataException($"'{name}' is missing or not an object.");

    private static long Whole(JsonElement parent, string name, long least, long most) =>
        Find(parent, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) && number >= least
        && number <= most
            ? number
            : throw new InvalidDataException($"'{name}' is not a whole number from {least} to {most}.");

    private static double Number(JsonElement parent, string name, double least, double most) =>
        Find(parent, name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && number >= least
        && number <= most
            ? number
            : throw new InvalidDataException(FormattableString.Invariant($"'{name}' is not a number from {least} to {most}."));

    private static bool Truth(JsonElement parent, string name) =>
        Find(parent, name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value
            ? value.GetBoolean() : throw new InvalidDataException($"'{name}' is not a truth value, true or false.");

    private static string Text(JsonElement parent, string name) =>
        OptionalText(parent, name) ?? throw new InvalidDataException($"'{name}' is missing.");

    private static string? OptionalText(JsonElement parent, string name)
    {
        if (Find(parent, name) is not { } value)
            return null;
        // Halves of surrogate pairs are JSON, but no text.
        var text = value.ValueKind == JsonValueKind.String && TryGetString(value) is { } known && known.Length <= LongestText
            ? known : null;
        Require(text is not null && !text.Any(char.IsControl), $"'{name}' is not a line of text.");
        return text;
    }

    private static string? TryGetString(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static DateTimeOffset? Time(JsonElement parent, string name)
    {
        if (Find(parent, name) is not { } value)
            return null;
        Require(value.ValueKind == JsonValueKind.String && value.TryGetDateTimeOffset(out _), $"'{name}' is not a time.");
        return value.GetDateTimeOffset();
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
            throw new InvalidDataException(what);
    }
}
