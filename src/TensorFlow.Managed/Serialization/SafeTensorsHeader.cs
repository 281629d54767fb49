using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Tensorflow.Serialization;

/// <summary>What a file says of a tensor.</summary>
/// <param name="Type">Its type, as the format calls it.</param>
/// <param name="Shape">The sizes of its axes.</param>
/// <param name="Begin">Where it lies: bytes from the end of the header on.</param>
/// <param name="End">The byte after its last one.</param>
internal readonly record struct SafeTensorsEntry(SafeTensorsType Type, Shape Shape, long Begin, long End);

/// <summary>The head of a safetensors file: a length, then JSON that names each tensor's type, shape and place.</summary>
internal static class SafeTensorsHeader
{
    /// <summary>The format's own limit.</summary>
    private const long LongestHeader = 100_000_000;

    /// <summary>The name in the header that is no tensor's.</summary>
    private const string Metadata = "__metadata__";

    /// <summary>Reads and checks the head; the stream stands at the first element afterwards.</summary>
    /// <exception cref="InvalidDataException">Anything does not fit together.</exception>
    internal static (Dictionary<string, SafeTensorsEntry> Entries, Dictionary<string, string> Metadata, long DataLength) Read(
        Stream stream, long length)
    {
        Span<byte> prefix = stackalloc byte[8];
        Require(length >= 8, "too short for a safetensors file");
        stream.ReadExactly(prefix);
        var headerLength = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        Require(headerLength <= (ulong)Math.Min(LongestHeader, length - 8),
            $"cut short, or not a safetensors file: its header is said to be {headerLength} bytes long, and {length - 8} follow");
        var header = new byte[headerLength];
        stream.ReadExactly(header);
        Require(headerLength > 0 && header[0] == '{', "not a safetensors file: its header does not begin with '{'");
        var dataLength = length - 8 - (long)headerLength;
        Require(dataLength <= Array.MaxLength, $"{dataLength} bytes of tensors are more than this reader takes");

        var entries = new Dictionary<string, SafeTensorsEntry>();
        var metadata = new Dictionary<string, string>();
        try
        {
            // A name that stands there twice is an error at every level: readers differ in which one they take.
            using var json = JsonDocument.Parse(header, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            foreach (var property in json.RootElement.EnumerateObject())
            {
                if (property.Name == Metadata)
                    ReadMetadata(property.Value, metadata);
                else
                    entries.Add(property.Name, ReadEntry(property.Name, property.Value));
            }
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException($"the header is not what the format asks for: {error.Message}", error);
        }

        RequireNoGaps(entries, dataLength);
        return (entries, metadata, dataLength);
    }

    /// <summary>The head for tensors that follow each other in this order.</summary>
    /// <exception cref="ArgumentException">Two have one name, or one has the name that the format keeps for itself.</exception>
    internal static byte[] Write((string Name, Shape Shape, TF_DataType DataType)[] tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var seen = new HashSet<string>();
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject(Metadata);
                foreach (var (key, value) in metadata)
                    json.WriteString(key, value);
                json.WriteEndObject();
            }

            long offset = 0;
            foreach (var (name, shape, dtype) in tensors)
            {
                if (name == Metadata)
                    throw new ArgumentException(
                        $"A tensor in a safetensors file cannot be named '{name}': the format keeps that name for itself.");
                if (!seen.Add(name))
                    throw new ArgumentException($"Two tensors cannot both be named '{name}' in one file.");
                json.WriteStartObject(name);
                json.WriteString("dtype", SafeTensorsType.Of(dtype).Name);
                json.WriteStartArray("shape");
                foreach (var size in shape)
                    json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset += shape.size * dtype.Size());
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        // Spaces up to a multiple of 8, so that the elements are aligned.
        var text = Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
        var padded = Encoding.UTF8.GetBytes(text + new string(' ', (int)(-buffer.Length & 7)));
        var bytes = new byte[8 + padded.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, (ulong)padded.Length);
        padded.CopyTo(bytes, 8);
        return bytes;
    }

    private static void ReadMetadata(JsonElement element, Dictionary<string, string> metadata)
    {
        // The format's own reader takes null for none.
        if (element.ValueKind == JsonValueKind.Null)
            return;
        Require(element.ValueKind == JsonValueKind.Object, "__metadata__ is not a JSON object");
        foreach (var property in element.EnumerateObject())
        {
            Require(property.Value.ValueKind == JsonValueKind.String, $"the metadata '{property.Name}' is not a text");
            metadata.Add(property.Name, property.Value.GetString()!);
        }
    }

    private static SafeTensorsEntry ReadEntry(string name, JsonElement element)
    {
        Require(
            element.ValueKind == JsonValueKind.Object
            && element.TryGetProperty("dtype", out var type) && type.ValueKind == JsonValueKind.String
            && element.TryGetProperty("shape", out var shape) && shape.ValueKind == JsonValueKind.Array
            && element.TryGetProperty("data_offsets", out var offsets) && offsets.ValueKind == JsonValueKind.Array
            && offsets.GetArrayLength() == 2,
            $"the tensor '{name}' lacks its dtype, shape or data_offsets");
        var typeName = element.GetProperty("dtype").GetString()!;
        Require(SafeTensorsType.TryFind(typeName, out var dtype),
            $"the tensor '{name}' is of type {typeName}, which this reader does not know");
        long bits = dtype.Bits, room = bits;
        var sizes = new List<long>();
        foreach (var item in element.GetProperty("shape").EnumerateArray())
        {
            var size = item.GetInt64();
            Require(size >= 0 && sizes.Count < 32, $"the tensor '{name}' has an impossible shape");
            // Sizes beside a 0 are held to the same limit, so that no product of some of them overflows later.
            Require(room <= long.MaxValue / Math.Max(size, 1), $"the tensor '{name}' has an impossible size");
            room *= Math.Max(size, 1);
            bits *= size;
            sizes.Add(size);
        }

        var places = element.GetProperty("data_offsets");
        long begin = places[0].GetInt64(), end = places[1].GetInt64();
        Require(begin >= 0 && end >= begin && bits % 8 == 0 && end - begin == bits / 8,
            $"the tensor '{name}' of shape ({string.Join(", ", sizes)}) does not fit the bytes {begin} to {end}");
        return new SafeTensorsEntry(dtype, new Shape([.. sizes]), begin, end);
    }

    /// <summary>The format asks that the tensors cover the data without gaps or overlaps.</summary>
    private static void RequireNoGaps(Dictionary<string, SafeTensorsEntry> entries, long dataLength)
    {
        long position = 0;
        foreach (var (name, entry) in entries.OrderBy(entry => entry.Value.Begin).ThenBy(entry => entry.Value.End))
        {
            Require(entry.Begin == position,
                $"the tensor '{name}' begins at byte {entry.Begin} where {position} was expected (a gap or an overlap)");
            position = entry.End;
        }

        Require(position == dataLength,
            $"the tensors end at byte {position}, the file holds {dataLength} bytes of them (cut short, or something follows)");
    }

    private static void Require([DoesNotReturnIf(false)] bool condition, string what)
    {
        if (!condition)
            throw new InvalidDataException(what + ".");
    }
}
