using System.Buffers.Binary;

namespace FashionGanTf.Imaging;

/// <summary>The IHDR chunk of a file that is read: the picture's size, and 1 channel for gray or 3 for RGB.</summary>
internal readonly record struct PngHeader(int Width, int Height, int Channels)
{
    /// <summary>The most pixels that this reader makes room for; a grid of 10,000 pieces of clothing has 8 million.</summary>
    private const long MostPixels = 1 << 26;

    /// <summary>The bytes that the compressed data must hold: the rows, each after its filter.</summary>
    internal long RawLength => Height * (1 + (long)Width * Channels);

    /// <summary>Reads and checks the chunk.</summary>
    /// <exception cref="InvalidDataException">It is damaged, too large or of a kind that is not read.</exception>
    internal static PngHeader Read(ReadOnlySpan<byte> header)
    {
        Require(header.Length == 13, $"the IHDR chunk has {header.Length} bytes, not 13");
        var width = BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        Require(width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue, $"a picture of {width} x {height} pixels cannot be");
        Require((long)width * height <= MostPixels, $"{width} x {height} pixels are more than this reader takes");
        Require(header[8] == 8, $"it has {header[8]} bits a channel; only 8 are read");
        Require(header[9] is PngFormat.Gray or PngFormat.Rgb, $"its colour type is {header[9]}; only gray (0) and RGB (2) are read");
        Require(header[10] == 0 && header[11] == 0, "it is compressed or filtered in a way that PNG does not have");
        Require(header[12] == 0, "it is interlaced, which is not read");
        return new PngHeader((int)width, (int)height, header[9] == PngFormat.Gray ? 1 : 3);
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
            throw new InvalidDataException(what + ".");
    }
}
