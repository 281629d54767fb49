using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Tensorflow.Tests.Summary;

/// <summary>Protocol buffers as text, <c>1:'text' 2:{1:5}</c>, read by the rules of the wire format and nothing of the program's. Fields
/// are named by their numbers; which are texts, messages or lists of doubles is told by how their bytes look.</summary>
internal static class ProtoText
{
    /// <summary>Of an event file's events the step and the value, a Summary.Value; the first event has none.</summary>
    internal static List<string> Values(string path)
    {
        var (bytes, values) = (File.ReadAllBytes(path), new List<string>());
        for (var at = 0; at < bytes.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
            var message = Fields(bytes[(at + 12)..(at + 12 + length)])!;
            at += 12 + length + 4;
            if (message.FirstOrDefault(field => field.Number == 5).Bytes is { } summary)
                values.Add($"{message.First(field => field.Number == 2).Value} {Text(Fields(Fields(summary)![0].Bytes!)!)}");
        }

        return values;
    }

    private static string Text(List<(int Number, string Value, byte[]? Bytes)> fields) => string.Join(" ", fields.Select(field =>
        $"{field.Number}:{(field.Bytes is null ? field.Value : Text(field.Number, field.Bytes))}"));

    private static string Text(int number, byte[] bytes)
    {
        if (number is 6 or 7 && bytes.Length == 30 * sizeof(double))
            return $"[{string.Join(",", Enumerable.Range(0, 30).Select(i => BitConverter.ToDouble(bytes, i * 8).ToString("0.###",
                CultureInfo.InvariantCulture)))}]";
        // A printable text is no message here: fields of messages begin with a number below a blank.
        if (bytes.All(one => one is >= 32 and < 127))
            return $"'{Encoding.ASCII.GetString(bytes)}'";
        return Fields(bytes) is { } fields ? $"{{{Text(fields)}}}" : $"'{string.Concat(bytes.Select(one => $"\\{one}"))}'";
    }

    private static List<(int Number, string Value, byte[]? Bytes)>? Fields(byte[] bytes)
    {
        var (fields, at) = (new List<(int, string, byte[]?)>(), 0);
        while (at < bytes.Length)
        {
            if (Varint() is not { } key)
                return null;
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0 when Varint() is { } value:
                    fields.Add((number, Number(value), null));
                    break;
                case 1 when at + 8 <= bytes.Length:
                    fields.Add((number, Number(BitConverter.ToDouble(bytes, at)), null));
                    at += 8;
                    break;
                case 2 when Varint() is { } length && at + length <= bytes.Length:
                    fields.Add((number, "", bytes[at..(at + (int)length)]));
                    at += (int)length;
                    break;
                case 5 when at + 4 <= bytes.Length:
                    fields.Add((number, Number(BitConverter.ToSingle(bytes, at)), null));
                    at += 4;
                    break;
                default:
                    return null;
            }
        }

        return fields;

        static string Number(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);

        long? Varint()
        {
            long value = 0;
            for (var shift = 0; at < bytes.Length && shift < 64; shift += 7)
            {
                var one = bytes[at++];
                value |= (long)(one & 127) << shift;
                if (one < 128)
                    return value;
            }

            return null;
        }
    }
}
