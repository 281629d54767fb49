using System.Text;

namespace FashionGanTf.Imaging;

/// <summary>What the writer and the reader of PNG files agree on. See https://www.w3.org/TR/png-3.</summary>
internal static class PngFormat
{
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    internal static ReadOnlySpan<byte> Header => "IHDR"u8;

    internal static ReadOnlySpan<byte> Data => "IDAT"u8;

    internal static ReadOnlySpan<byte> End => "IEND"u8;

    /// <summary>The colours of a palette, three bytes each.</summary>
    internal static ReadOnlySpan<byte> Colours => "PLTE"u8;

    /// <summary>What is transparent: of a palette the alpha of each colour, else one colour.</summary>
    internal static ReadOnlySpan<byte> Transparency => "tRNS"u8;

    /// <summary>How many frames an animation has, and how often it plays.</summary>
    internal static ReadOnlySpan<byte> Animation => "acTL"u8;

    /// <summary>A frame's size, place and time.</summary>
    internal static ReadOnlySpan<byte> FrameControl => "fcTL"u8;

    /// <summary>A frame's pixels.</summary>
    internal static ReadOnlySpan<byte> FrameData => "fdAT"u8;

    internal const byte Gray = 0;
    internal const byte Rgb = 2;
    internal const byte Palette = 3;
    internal const byte GrayAlpha = 4;
    internal const byte RgbAlpha = 6;

    /// <summary>A chunk's length, name and checksum.</summary>
    internal const int ChunkFrame = 12;

    /// <summary>A chunk's name as text.</summary>
    internal static string Name(ReadOnlySpan<byte> type) => Encoding.ASCII.GetString(type);
}
