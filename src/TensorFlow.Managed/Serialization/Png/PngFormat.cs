using System.Text;

namespace Tensorflow.Serialization.Png;

/// <summary>What the writers of PNG files and what looks at one agree on. See https://www.w3.org/TR/png-3.</summary>
public static class PngFormat
{
    /// <summary>The first bytes of each file.</summary>
    public static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    /// <summary>The picture's size and kind; the first chunk.</summary>
    public static ReadOnlySpan<byte> Header => "IHDR"u8;

    /// <summary>Pixels.</summary>
    public static ReadOnlySpan<byte> Data => "IDAT"u8;

    /// <summary>The last chunk.</summary>
    public static ReadOnlySpan<byte> End => "IEND"u8;

    /// <summary>How many frames an animation has, and how often it plays.</summary>
    public static ReadOnlySpan<byte> Animation => "acTL"u8;

    /// <summary>A frame's size, place and time.</summary>
    public static ReadOnlySpan<byte> FrameControl => "fcTL"u8;

    /// <summary>A frame's pixels.</summary>
    public static ReadOnlySpan<byte> FrameData => "fdAT"u8;

    /// <summary>Bytes of a chunk besides its content: length, name and checksum.</summary>
    public const int ChunkFrame = 12;

    /// <summary>The number that stands for a kind of pixels in the header.</summary>
    /// <param name="channels">1 for gray, 2 for gray and opacity, 3 for red, green and blue, 4 for these and opacity.</param>
    /// <exception cref="ArgumentException">There is no such kind.</exception>
    public static byte Colours(int channels) => channels switch
    {
        1 => 0,
        2 => 4,
        3 => 2,
        4 => 6,
        _ => throw new ArgumentException($"A picture has 1 to 4 channels, not {channels}."),
    };

    /// <summary>A chunk's name as text.</summary>
    public static string Name(ReadOnlySpan<byte> type) => Encoding.ASCII.GetString(type);
}
