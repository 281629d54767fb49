using System.Buffers.Binary;
using System.IO.Compression;
using Tensorflow.Serialization.Png;

namespace FashionGanTf.Imaging.Decoding;

/// <summary>
/// A PNG file (https://www.w3.org/TR/png-3) as a row of chunks. Its pixels are unpacked once to count them: ImageSharp fills up what is
/// missing, or, of interlaced pictures, waits for it for ever.
/// </summary>
internal static class PngFile
{
    /// <summary>The most that deflate can shrink bytes (https://zlib.net/zlib_tech.html, 1032:1), rounded up.</summary>
    private const long BestCompression = 1040;

    /// <summary>With fewer columns the second pass is empty, and ImageSharp 2.1.13 takes the rows of the others for each other's.</summary>
    private const int FewestInterlaced = 5;

    /// <summary>Of each pass over an interlaced picture its first column and row, and the steps to the next (section 8.1).</summary>
    private static readonly (int X, int Y, int StepX, int StepY)[] s_passes =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    private static readonly (int X, int Y, int StepX, int StepY)[] s_onePass = [(0, 0, 1, 1)];

    /// <summary>Goes through the chunks to the last one.</summary>
    /// <returns>The EXIF data; null where there are none.</returns>
    /// <exception cref="InvalidDataException">It is cut short, or a chunk that counts is damaged.</exception>
    internal static byte[]? Check(ReadOnlySpan<byte> file)
    {
        var chunks = new PngChunks(file[Math.Min(file.Length, PngFormat.Signature.Length)..]);
        if (!chunks.Next() || !chunks.Type.SequenceEqual(PngFormat.Header) || chunks.Data.Length != 13)
            throw new InvalidDataException("the first chunk is no IHDR chunk of 13 bytes");
        var header = chunks.Data;
        byte[]? exif = null;
        using var pixels = new MemoryStream();
        while (chunks.Next())
        {
            if (chunks.Type.SequenceEqual(PngFormat.Data))
                pixels.Write(chunks.Data);
            else if (chunks.Type.SequenceEqual(PngFormat.Header))
                throw new InvalidDataException("there are two IHDR chunks");
            else if (chunks.Type.SequenceEqual("eXIf"u8))
                exif = chunks.Data.ToArray();
            else if (chunks.Type.SequenceEqual(PngFormat.End))
            {
                RequirePixels(header, pixels);
                return exif;
            }
        }

        throw new InvalidDataException("cut short: there is no IEND chunk");
    }

    private static void RequirePixels(ReadOnlySpan<byte> header, MemoryStream pixels)
    {
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        if (width < 1 || height < 1)
            throw new InvalidDataException($"a picture of {(uint)width} x {(uint)height} pixels cannot be");
        if (header[12] != 0 && width < FewestInterlaced)
            throw new InvalidDataException($"it is interlaced and only {width} pixels wide, which is not read");
        var needed = Length(header, width, height);
        if (needed > pixels.Length * BestCompression)
            throw new InvalidDataException($"cut short: {pixels.Length} bytes cannot hold {width} x {height} pixels");
        pixels.Position = 0;
        using var unpacked = new ZLibStream(pixels, CompressionMode.Decompress);
        var part = new byte[1 << 14];
        try
        {
            for (var count = 1; needed > 0 && count > 0; needed -= count)
                count = unpacked.Read(part);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException("its pixels cannot be unpacked", error);
        }

        if (needed > 0)
            throw new InvalidDataException($"cut short: the pixels end before all {width} x {height} are there");
    }

    /// <summary>The bytes of the unpacked pixels: in each pass the rows, each after the number of its filter.</summary>
    private static Int128 Length(ReadOnlySpan<byte> header, int width, int height)
    {
        var samples = header[9] switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var (bits, length) = (samples * header[8], (Int128)0);
        foreach (var (x, y, stepX, stepY) in header[12] == 0 ? s_onePass : s_passes)
        {
            var (columns, rows) = (((long)width - x + stepX - 1) / stepX, ((long)height - y + stepY - 1) / stepY);
            if (columns > 0 && rows > 0)
                length += (Int128)rows * (1 + (columns * bits + 7) / 8);
        }

        return length;
    }
}
