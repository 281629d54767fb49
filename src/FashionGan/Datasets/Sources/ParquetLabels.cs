using System.Globalization;
using System.Text.Json;
using FashionGanTf.Conditions;
using Parquet;
using Parquet.Schema;
using Tensorflow.Serialization;

namespace FashionGanTf.Datasets.Sources;

/// <summary>The labels in a parquet file: names of classes, or their numbers, whose names Hugging Face's datasets write into the file's
/// metadata.</summary>
internal sealed class ParquetLabels
{
    private const string UsualColumn = "label", Metadata = "huggingface";

    private readonly DataField _field;
    private readonly IReadOnlyList<string>? _names;

    private ParquetLabels(DataField field, IReadOnlyList<string>? names) => (_field, _names) = (field, names);

    /// <summary>What the column is called.</summary>
    internal string Column => _field.Name;

    /// <summary>The classes in the order of their labels; none where labels are names themselves.</summary>
    internal IReadOnlyList<string> Classes => _field.ClrType == typeof(ReadOnlyMemory<char>) ? []
        : _names ?? [.. Enumerable.Range(0, ClassNames.Most).Select(number => Numbered(number))];

    /// <summary>The labels of a file.</summary>
    /// <param name="reader">The file.</param>
    /// <param name="column">The column that has them; null for <c>label</c>.</param>
    /// <returns>Null where nobody asked for a column, and there is no <c>label</c>.</returns>
    /// <exception cref="InvalidDataException">There is no such column, or it has no labels.</exception>
    internal static ParquetLabels? In(ParquetReader reader, string? column)
    {
        var field = Array.Find(reader.Schema.DataFields, field => field.Path.Length == 1 && field.Name == (column ?? UsualColumn));
        if (field is null)
            return column is null ? null : throw new InvalidDataException(
                $"it has no column {column} of labels; there are {string.Join(", ", reader.Schema.Fields.Select(one => one.Name))}");
        if (field.MaxRepetitionLevel > 0 || !IsLabel(field.ClrType))
            return column is null ? null : throw new InvalidDataException(
                $"its column {column} has neither whole numbers nor texts, so it has no labels");
        return new ParquetLabels(field, reader.CustomMetadata.TryGetValue(Metadata, out var json) ? Names(json, field.Name) : null);
    }

    /// <summary>The names of the classes, row by row; null where there is no label, or a negative one, by which some say so.</summary>
    /// <exception cref="InvalidDataException">A number has no name.</exception>
    internal string?[] Read(ParquetRowGroupReader group, Stream file) => _field.ClrType switch
    {
        var type when type == typeof(ReadOnlyMemory<char>) =>
            Words(ParquetColumn.Read<ReadOnlyMemory<char>, string>(group, _field, file, word => word.ToString())),
        var type when type == typeof(long) => Read<long>(group, file),
        var type when type == typeof(int) => Read<int>(group, file),
        var type when type == typeof(short) => Read<short>(group, file),
        var type when type == typeof(sbyte) => Read<sbyte>(group, file),
        _ => Read<byte>(group, file),
    };

    private static bool IsLabel(Type type) => type == typeof(ReadOnlyMemory<char>) || type == typeof(long) || type == typeof(int)
        || type == typeof(short) || type == typeof(sbyte) || type == typeof(byte);

    private string?[] Read<T>(ParquetRowGroupReader group, Stream file) where T : struct, IConvertible =>
        Words(ParquetColumn.Read<T, string>(group, _field, file, number => Name(number.ToInt64(CultureInfo.InvariantCulture))));

    private string Name(long label) => label < 0 ? ""
        : _names is null ? Numbered(label)
        : label < _names.Count ? _names[(int)label]
        : throw new InvalidDataException($"a row has the label {label}, and there are {_names.Count} names of classes, from 0");

    private static string Numbered(long label) => string.Create(CultureInfo.InvariantCulture, $"class {label}");

    private static string?[] Words(string?[] words) =>
        Array.ConvertAll(words, word => string.IsNullOrWhiteSpace(word) ? null : word.Trim());

    /// <summary>What the metadata call the classes of a column: <c>info.features.label.names</c>; null where they do not say.</summary>
    private static List<string>? Names(string json, string column)
    {
        try
        {
            using var metadata = JsonDocument.Parse(json);
            var names = Part(Part(Part(Part(metadata.RootElement, "info"), "features"), column), "names");
            return names.ValueKind == JsonValueKind.Array
                ? [.. names.EnumerateArray().Select(name => name.ToString().Trim())] : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"its metadata '{Metadata}' are damaged", error);
        }
    }

    private static JsonElement Part(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var part) ? part : default;
}
