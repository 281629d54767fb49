using System.Buffers.Binary;
using System.Text;
using FashionGanTf.Fuzz.Mutation;
using Tensorflow;
using Tensorflow.Serialization;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>safetensors files; every tensor of a file that passes is taken out of it.</summary>
internal sealed class SafeTensorsFormat : FuzzFormat
{
    internal override string Name => "safetensors";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
    [
        Saved([], null),
        Saved([("dense/kernel", Tensor.From<float>([1, 2, 3, 4, 5, 6], (2, 3))),
            ("dense/bias", Tensor.From<float>([0, float.NaN, float.PositiveInfinity], 3))], null),
        Saved(
            [
                ("a", Tensor.From<double>([1.5], Shape.Scalar)), ("b", Tensor.From<int>([1, -1], 2)), ("c", Tensor.From<long>([1], 1)),
                ("d", Tensor.From<byte>([1, 2, 3], 3)), ("e", Tensor.From<bool>([true, false], 2)),
                ("empty", Tensor.From<float>([], (0, 4))),
            ],
            new Dictionary<string, string> { ["format"] = "1", ["what"] = "a \"quoted\"\ntext" }),
        Saved([("sum", Tensor.From<float>([1, 2], 2))], null, checksum: true),
        Raw("""{"a":{"dtype":"F32","shape":[4294967296,0,4294967296],"data_offsets":[0,0]}}""", 0),
        Raw("""{"a\u2028b":{"dtype":"F16","shape":[1],"data_offsets":[0,2]}}""", 2),
        // As other tools write: the last one first, texts behind, spaces at the end, and a type that the runtime lacks.
        Raw("""{"b":{"dtype":"I64","shape":[1],"data_offsets":[6,14]},"a":{"dtype":"BF16","shape":[3],"data_offsets":[0,6]},"""
            + """ "__metadata__":{"format":"pt"}}  """, 14),
        Raw("""{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]},"b":{"dtype":"U8","shape":[4],"data_offsets":[2,6]}}""", 6),
    ];

    internal override IReadOnlyList<byte[]> Words { get; } = Text(
        "\"F32\"", "\"F64\"", "\"I32\"", "\"I64\"", "\"U8\"", "\"BOOL\"", "\"F16\"", "\"F8_E8M0\"", "\"C64\"",
        "\"dtype\":", "\"shape\":", "\"data_offsets\":",
        "\"__metadata__\":{", "[0,0]", "[]", "{", "}", ",", "null", "-1",
        "1e400", "1.0", "\\u0000", "\\n", "\\r", "\\u0085", "\\u2028", "\\u2029", "\\u202e", "\\ud800", "\n", "\u0085", "\u2028", "\u2029",
        "\u202e", "\0", "\u001b[2J", "[[[[[[[[", "\"a\":");

    internal override void Read(byte[] file)
    {
        using var scope = TensorScope.Begin();
        var tensors = SafeTensors.Read("file", new MemoryStream(file), file.Length);
        foreach (var name in tensors.names)
            _ = tensors.tensor(name);
        if (tensors.metadata.ContainsKey("sha256"))
            tensors.require_checksum();
    }

    // The header is held as bytes and as JSON's table of places; its shortest entries grow the most, into objects of a few hundred bytes.
    internal override long MostMemory(byte[] file) => 64L * file.Length + 131_072;

    /// <summary>Damages the header only and makes its length right, so that JSON and what it says are met.</summary>
    protected override byte[] DamageInside(byte[] valid, FuzzRandom random)
    {
        var end = 8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(valid);
        var header = Mutator.Damage(valid[8..end], [.. Seeds.Select(seed => seed[8..])], Words, random);
        return Framed(header, valid.AsSpan(end));
    }

    private static byte[] Saved((string Name, Tensor Value)[] tensors, IReadOnlyDictionary<string, string>? metadata,
        bool checksum = false) =>
        WrittenFile.Of("weights.safetensors", path => SafeTensors.save(path, tensors, metadata, checksum));

    private static byte[] Raw(string header, int data) => Framed(Encoding.UTF8.GetBytes(header), new byte[data]);

    private static byte[] Framed(byte[] header, ReadOnlySpan<byte> data)
    {
        var length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        return [.. length, .. header, .. data];
    }

    private static byte[][] Text(params string[] words) => [.. words.Select(Encoding.UTF8.GetBytes)];
}
