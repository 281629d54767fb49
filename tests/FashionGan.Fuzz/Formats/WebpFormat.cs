using System.Buffers.Binary;
using System.Text;

namespace FashionGanTf.Fuzz.Formats;

/// <summary>WebP files.</summary>
internal sealed class WebpFormat : PictureFormat
{
    internal override string Name => "webp";

    internal override IReadOnlyList<byte[]> Seeds { get; } =
        [File("lossless.webp"), File("lossless-alpha.webp"), File("lossy.webp"), File("orientation-8.webp")];

    internal override IReadOnlyList<byte[]> Words { get; } =
    [
        .. new[] { "VP8 ", "VP8L", "VP8X", "ALPH", "EXIF", "ANIM", "ANMF", "ICCP", "XMP " }.Select(Encoding.ASCII.GetBytes),
        [0xff, 0xff, 0xff, 0xff], [0xff, 0xff, 0xff, 0x7f], [0, 0, 0, 0],
    ];

    /// <summary>ImageSharp 2.1.13 makes room at once for as many groups of Huffman tables as the pixels of a small inner picture name:
    /// 65,536 at most, of up to 5,004 entries of 8 bytes each. Only lossless pictures have one, and lossless alpha.</summary>
    internal override long MostMemory(byte[] file) => base.MostMemory(file) + (IsLossless(file) ? 65_536 * (5_004 * 8L + 100) : 0);

    private static bool IsLossless(ReadOnlySpan<byte> file) => file.IndexOf("VP8L"u8) >= 0 || file.IndexOf("ALPH"u8) >= 0;

    /// <summary>Damages what the chunks hold and makes the file's length right again.</summary>
    protected override byte[] DamageInside(byte[] valid, Mutation.FuzzRandom random)
    {
        var damaged = Damage(valid, random);
        if (damaged.Length >= 12)
            BinaryPrimitives.WriteInt32LittleEndian(damaged.AsSpan(4), damaged.Length - 8);
        return damaged;
    }
}
