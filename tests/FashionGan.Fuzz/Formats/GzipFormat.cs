using System.Buffers.Binary;
using System.IO.Compression;
using FashionGanTf.Fuzz.Mutation;
using Tensorflow.Keras.Datasets;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>IDX files under gzip.</summary>
internal sealed class GzipFormat : FuzzFormat
{
    private static readonly byte[][] s_plain = [.. IdxFormat.PlainFiles()];

    internal override string Name => "gzip";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. s_plain.Select(Compress),
        // A bomb whose head is honest, one whose head promises little, and one without a head.
        Compress(Bomb(1 << 20, (1 << 20) - 8)),
        Compress(Bomb(1 << 20, 3)),
        Compress(new byte[1 << 20]),
        // Two members in a row: gzip allows it, and each may be a bomb.
        [.. Compress(s_plain[2]), .. Compress(s_plain[2])],
        [.. Compress(s_plain[3][..100]), .. Compress(s_plain[3][100..])],
        [.. Compress(s_plain[2]), .. new byte[64]],
    ];

    internal override void Read(byte[] file) => IdxFile.Read(new MemoryStream(file), "file");

    // Deflate shrinks to 1/1032 at best; a buffer of the decompressor comes on top.
    internal override long MostMemory(byte[] file) => 1040L * file.Length + 65_536;

    /// <summary>Damages what is compressed, then compresses it; or damages the file and makes its length right again.</summary>
    protected override byte[] DamageInside(byte[] valid, FuzzRandom random)
    {
        if (random.OneIn(2))
            return Compress(Mutator.Damage(random.OneOf(s_plain), s_plain, Words, random));
        var damaged = Damage(valid, random);
        if (damaged.Length >= 12)
            BinaryPrimitives.WriteUInt32LittleEndian(damaged.AsSpan(damaged.Length - 4), (uint)random.Below(1 << 21));
        return damaged;
    }

    private static byte[] Bomb(int length, int promised)
    {
        var bytes = new byte[length];
        Convert.FromHexString("00000801").CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), promised);
        return bytes;
    }

    internal static byte[] Compress(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(content);
        return packed.ToArray();
    }
}
