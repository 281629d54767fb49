using System.Buffers.Binary;

namespace FashionGanTf.Imaging;

/// <summary>The IHDR chunk of a file that is read.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Bits of a sample.</param>
/// <param name="Colour">The colour type, as PNG numbers them.</param>
internal readonly record struct PngHeader(int Width, int Height, int Depth, byte Colour)
{
    /// <summary>The most pixels that this reader makes room for; a grid of 10,000 pieces of clothing has 8 million.</summary>
    private const long MostPixels = 1 << 26;

    /// <summary>Samples of a pixel in the file: with alpha, and one for a place in a palette.</summary>
    internal int Samples => Colour switch
    {
        PngFormat.Rgb => 3,
        PngFormat.GrayAlpha => 2,
        PngFormat.RgbAlpha => 4,
        _ => 1,
    };

    /// <summary>What the picture has when it is read: 1 for gray, 3 for RGB.</summary>
    internal int Channels => Colour is PngFormat.Gray or PngFormat.GrayAlpha ? 1 : 3;

    /// <summary>Bytes of a row without its filter.</summary>
    internal int RowLength => (int)(((long)Width * Samples * Depth + 7) / 8);

    /// <summary>Bytes of a pixel, as the filters count: at least one.</summary>
    internal int Step => Math.Max(1, Samples * Depth / 8);

    /// <summary>The bytes that the compressed data must hold: the rows, each after its filter.</summary>
    internal long RawLength => Height * (1L + RowLength);

    /// <summary>Reads and checks the chunk.</summary>
    /// <exception cref="InvalidDataException">It is damaged, too large or of a kind that is not read.</exception>
    internal static PngHeader Read(ReadOnlySpan<byte> header)
    {
        Require(header.Length == 13, $"the IHDR chunk has {header.Length} bytes, not 13");
        var width = BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        Require(width is > 0 and <= int.MaxValue && height is > 0 and <= int.MaxValue, $"a picture of {width} x {height} pixels cannot be");
        Require((long)width * height <= MostPixels, $"{width} x {height} pixels are more than this reader takes");
        Require(Exists(header[9], header[8]), $"there is no PNG of colour type {header[9]} with {header[8]} bits a sample");
        Require(header[10] == 0 && header[11] == 0, "it is compressed or filtered in a way that PNG does not have");
        Require(header[12] == 0, "it is interlaced, which is not read");
        return new PngHeader((int)width, (int)height, header[8], header[9]);
    }

    private static bool Exists(byte colour, byte depth) => colour switch
    {
        PngFormat.Gray => depth is 1 or 2 or 4 or 8 or 16,
        PngFormat.Palette => depth is 1 or 2 or 4 or 8,
        PngFormat.Rgb or PngFormat.GrayAlpha or PngFormat.RgbAlpha => depth is 8 or 16,
        _ => false,
    };

    private static void Require(bool condition, string what)
    {
        if (!condition)
            throw new InvalidDataException(what + ".");
    }
}
