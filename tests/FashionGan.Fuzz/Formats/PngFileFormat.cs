using System.Buffers.Binary;
using FashionGanTf.Fuzz.Mutation;
using FashionGanTf.Imaging;
using FashionGanTf.Tests.Imaging;
using Tensorflow.Serialization.Png;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>PNG files.</summary>
internal sealed class PngFileFormat : PictureFormat
{
    internal override string Name => "png";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
    [
        PngWriter.Encode(Picture(1, 1, 1)),
        PngWriter.Encode(Picture(28, 28, 1)),
        PngWriter.Encode(Picture(7, 5, 3)),
        // 256 x 256 of one colour: the most that a few bytes can hold.
        PngWriter.Encode(new Bitmap(256, 256)),
        File("palette-transparent.png"), File("interlaced-alpha.png"), File("rgb-alpha-16.png"), File("gray-16.png"),
        File("orientation-6.png"), File("one-bit.png"),
        RawPng.Of(RawPng.Header(1, 1, color: 0), RawPng.Chunk("tRNS"u8, [0, 9]), RawPng.Data([0, 9]), RawPng.End),
        RawPng.Of(RawPng.Header(1 << 13, 1 << 13, color: 2), RawPng.Data(new byte[1 << 16]), RawPng.End),
    ];

    internal override IReadOnlyList<byte[]> Words { get; } =
    [
        RawPng.End, RawPng.Chunk("IDAT"u8, []), RawPng.Chunk("tEXt"u8, [10]), RawPng.Chunk("PLTE"u8, [0, 0, 0]),
            RawPng.Header(1, 1, color: 0), RawPng.Header(1 << 30, 1 << 30, color: 2), "IDAT"u8.ToArray(), "IHDR"u8.ToArray(),
    ];

    /// <summary>Damages the chunks' content, or the rows before they are compressed, and makes every checksum right.</summary>
    protected override byte[] DamageInside(byte[] valid, FuzzRandom random)
    {
        if (random.OneIn(3))
        {
            var (width, height, color, interlace) = (1 + random.Below(40), 1 + random.Below(40), 2 * random.Below(2), random.Below(2));
            var rows = new byte[height * (2 + width * (color + 1))];
            for (var i = 0; i < rows.Length; i++)
                rows[i] = (byte)random.Below(5);
            return RawPng.Of(RawPng.Header(width, height, color: (byte)color, interlace: (byte)interlace),
                RawPng.Data(Damage(rows, random)), RawPng.End);
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
}
