using Google.Protobuf;

namespace Tensorflow.Summary;

/// <summary>Writes a protocol buffer's fields by their numbers.</summary>
internal sealed class ProtoMessage
{
    private readonly MemoryStream _bytes;
    private readonly CodedOutputStream _output;

    private ProtoMessage(MemoryStream bytes, CodedOutputStream output) => (_bytes, _output) = (bytes, output);

    /// <summary>A message of some fields.</summary>
    internal static byte[] Of(Action<ProtoMessage> fields)
    {
        using var bytes = new MemoryStream();
        using var output = new CodedOutputStream(bytes, leaveOpen: true);
        fields(new ProtoMessage(bytes, output));
        output.Flush();
        return bytes.ToArray();
    }

    /// <summary>A field of type double.</summary>
    internal void Double(int field, double value)
    {
        _output.WriteTag(field, WireFormat.WireType.Fixed64);
        _output.WriteDouble(value);
    }

    /// <summary>A field of type float.</summary>
    internal void Float(int field, float value)
    {
        _output.WriteTag(field, WireFormat.WireType.Fixed32);
        _output.WriteFloat(value);
    }

    /// <summary>A field of an integer type or an enumeration.</summary>
    internal void Number(int field, long value)
    {
        _output.WriteTag(field, WireFormat.WireType.Varint);
        _output.WriteInt64(value);
    }

    /// <summary>A field of type string.</summary>
    internal void Text(int field, string value)
    {
        _output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        _output.WriteString(value);
    }

    /// <summary>A field of type bytes.</summary>
    internal void Bytes(int field, ReadOnlySpan<byte> value)
    {
        _output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        _output.WriteBytes(ByteString.CopyFrom(value));
    }

    /// <summary>A packed, repeated field of type double.</summary>
    internal void Doubles(int field, IReadOnlyCollection<double> values)
    {
        _output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        _output.WriteLength(sizeof(double) * values.Count);
        foreach (var value in values)
            _output.WriteDouble(value);
    }

    /// <summary>A field that is a message.</summary>
    internal void Message(int field, Action<ProtoMessage> fields) => Bytes(field, Of(fields));

    /// <summary>Fields that are encoded already.</summary>
    internal void Raw(byte[]? fields)
    {
        _output.Flush();
        _bytes.Write(fields);
    }
}
