using System.Buffers.Binary;

namespace FashionGanTf.Imaging.Decoding;

/// <summary>A WebP file (RFC 9649, section 2) as a row of RIFF chunks.</summary>
internal static class WebpFile
{
    /// <summary>The letters RIFF, a length, the letters WEBP.</summary>
    private const int HeadLength = 12;

    /// <summary>A chunk's name and its length.</summary>
    private const int ChunkFrame = 8;

    /// <summary>Goes through the chunks.</summary>
    /// <returns>The EXIF data; null where there are none.</returns>
    /// <exception cref="InvalidDataException">One is longer than the file.</exception>
    internal static byte[]? Check(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeadLength || !file[8..].StartsWith("WEBP"u8))
            return null;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (length < HeadLength - ChunkFrame || length > file.Length - ChunkFrame)
            throw new InvalidDataException($"cut short: it is said to have {length + (long)ChunkFrame} bytes and has {file.Length}");
        byte[]? exif = null;
        for (var rest = file[HeadLength..]; rest.Length >= ChunkFrame;)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (size > rest.Length - ChunkFrame)
                throw new InvalidDataException(
                    $"cut short: a chunk is said to have {size} bytes and {rest.Length - ChunkFrame} are there");
            if (rest.StartsWith("EXIF"u8))
                exif = Exif(rest.Slice(ChunkFrame, (int)size));
            // After an odd number of bytes comes one that does not count.
            rest = rest[Math.Min(rest.Length, ChunkFrame + (int)size + (int)(size & 1))..];
        }

        return exif;
    }

    /// <summary>Some programs begin the data as in a JPEG file.</summary>
    private static byte[] Exif(ReadOnlySpan<byte> data) => (data.StartsWith("Exif\0\0"u8) ? data[6..] : data).ToArray();
}
