using System.Buffers.Binary;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>WebP files.</summary>
internal sealed class WebpFormat : PictureFormat
{
    internal override string Name => "webp";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
        [File("lossless.webp"), File("lossless-alpha.webp"), File("lossy.webp"), File("orientation-8.webp")];

    internal override IReadOnlyList<byte[]> Words { get; } =
        ["VP8 "u8.ToArray(), "VP8L"u8.ToArray(), "VP8X"u8.ToArray(), "ALPH"u8.ToArray(), "EXIF"u8.ToArray(), "ANIM"u8.ToArray(), "ANMF"u8.ToArray(),
            "ICCP"u8.ToArray(), "XMP "u8.ToArray(), [0xff, 0xff, 0xff, 0xff], [0xff, 0xff, 0xff, 0x7f], [0, 0, 0, 0]];

    /// <summary>Damages what the chunks hold and makes the file's length right again.</summary>
    protected override byte[] DamageInside(byte[] valid, Mutation.FuzzRandom random)
    {
        var damaged = Damage(valid, random);
        if (damaged.Length >= 12)
            BinaryPrimitives.WriteInt32LittleEndian(damaged.AsSpan(4), damaged.Length - 8);
        return damaged;
    }
}
