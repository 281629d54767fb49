using System.Text;

namespace FashionGanTf.Imaging;

/// <summary>What the writers of PNG files and what looks at one agree on. See https://www.w3.org/TR/png-3.</summary>
internal static class PngFormat
{
    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    internal static ReadOnlySpan<byte> Header => "IHDR"u8;

    internal static ReadOnlySpan<byte> Data => "IDAT"u8;

    internal static ReadOnlySpan<byte> End => "IEND"u8;

    /// <summary>How many frames an animation has, and how often it plays.</summary>
    internal static ReadOnlySpan<byte> Animation => "acTL"u8;

    /// <summary>A frame's size, place and time.</summary>
    internal static ReadOnlySpan<byte> FrameControl => "fcTL"u8;

    /// <summary>A frame's pixels.</summary>
    internal static ReadOnlySpan<byte> FrameData => "fdAT"u8;

    internal const byte Gray = 0;
    internal const byte Rgb = 2;

    /// <summary>A chunk's length, name and checksum.</summary>
    internal const int ChunkFrame = 12;

    /// <summary>A chunk's name as text.</summary>
    internal static string Name(ReadOnlySpan<byte> type) => Encoding.ASCII.GetString(type);
}
