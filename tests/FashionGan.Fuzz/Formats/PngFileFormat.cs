using System.Buffers.Binary;
using System.IO.Compression;
using FashionGanTf.Fuzz.Mutation;
using FashionGanTf.Imaging;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>PNG files.</summary>
internal sealed class PngFileFormat : FuzzFormat
{
    internal override string Name => "png";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
    [
        PngWriter.Encode(Picture(1, 1, 1)),
        PngWriter.Encode(Picture(28, 28, 1)),
        PngWriter.Encode(Picture(7, 5, 3)),
        // 512 x 512 of one colour: the most that a few bytes can hold.
        PngWriter.Encode(new Bitmap(512, 512)),
        File(Header(2, 2, 0), Chunk("tEXt"u8, "Title\0clothes"u8), Chunk("IDAT"u8, Deflate([0, 1, 2, 4, 3, 4])), Chunk("IEND"u8, [])),
        File(Header(1 << 13, 1 << 13, 2), Chunk("IDAT"u8, Deflate(new byte[1 << 16])), Chunk("IEND"u8, [])),
    ];

    internal override IReadOnlyList<byte[]> Words { get; } =
    [
        Chunk("IEND"u8, []), Chunk("IDAT"u8, []), Chunk("tEXt"u8, [10]), Chunk("PLTE"u8, [0, 0, 0]), Header(1, 1, 0), Header(1 << 30, 1 << 30, 2), "IDAT"u8.ToArray(), "IHDR"u8.ToArray(),
    ];

    internal override void Read(byte[] file) => PngReader.Decode(file);

    // The compressed bytes are gathered in a buffer that doubles; the pixels are at most what these can hold.
    internal override long MostMemory(byte[] file) => 1044L * file.Length + 65_536;

    /// <summary>Damages the chunks' content, or the rows before they are compressed, and makes every checksum right.</summary>
    protected override byte[] DamageInside(byte[] valid, FuzzRandom random)
    {
        if (random.OneIn(3))
        {
            var (width, height, color) = (1 + random.Below(40), 1 + random.Below(40), 2 * random.Below(2));
            var rows = new byte[height * (1 + width * (color + 1))];
            for (var i = 0; i < rows.Length; i++)
                rows[i] = (byte)random.Below(5);
            return File(Header(width, height, color), Chunk("IDAT"u8, Deflate(Damage(rows, random))), Chunk("IEND"u8, []));
        }

        var damaged = Damage(valid, random);
        Repair(damaged);
        return damaged;
    }

    /// <summary>Walks through the chunks as their lengths say and writes the checksums that belong to them.</summary>
    private static void Repair(byte[] png)
    {
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - 12)
                return;
            BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(at + 8 + (int)length), Crc32.Of(png.AsSpan(at + 4, 4 + (int)length)));
            at += 12 + (int)length;
        }
    }

    private static Bitmap Picture(int width, int height, int channels)
    {
        var picture = new Bitmap(width, height, channels);
        for (var i = 0; i < picture.Pixels.Length; i++)
            picture.Pixels[i] = (byte)(i * i);
        return picture;
    }

    private static byte[] Header(int width, int height, int color)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, (byte)color);
        return Chunk("IHDR"u8, header);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    private static byte[] Deflate(byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
            zlib.Write(rows);
        return packed.ToArray();
    }

    private static byte[] File(params byte[][] chunks) => [.. PngFormat.Signature, .. chunks.SelectMany(chunk => chunk)];
}
