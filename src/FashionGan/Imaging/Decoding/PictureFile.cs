using System.Buffers.Binary;

namespace FashionGanTf.Imaging.Decoding;

/// <summary>
/// What is looked at in a picture's file before ImageSharp decodes it. ImageSharp fills up what a file that was cut short lacks, and makes
/// room for as much as a length says; here both are errors.
/// </summary>
internal static class PictureFile
{
    private const byte JpegMarker = 0xff;
    private const byte JpegStart = 0xd8;
    private const byte JpegEnd = 0xd9;

    /// <summary>Checks that a JPEG, PNG or WebP file is whole; others are left to ImageSharp.</summary>
    /// <returns>The EXIF data of a PNG or WebP file, from which ImageSharp is told to keep away; null where there are none.</returns>
    /// <exception cref="InvalidDataException">It is cut short or damaged; the message does not name it.</exception>
    internal static byte[]? Exif(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(PngFormat.Signature))
            return PngExif(file[PngFormat.Signature.Length..]);
        if (file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8))
            return WebpExif(file);
        if (file is [JpegMarker, JpegStart, ..])
            RequireJpegEnd(file);
        return null;
    }

    private static byte[]? PngExif(ReadOnlySpan<byte> file)
    {
        var chunks = new PngChunks(file);
        byte[]? exif = null;
        while (chunks.Next())
        {
            if (chunks.Type.SequenceEqual("eXIf"u8))
                exif = chunks.Data.ToArray();
            if (chunks.Type.SequenceEqual(PngFormat.End))
                return exif;
        }

        throw new InvalidDataException("cut short: there is no IEND chunk");
    }

    /// <summary>Walks through the chunks of a RIFF file (https://developers.google.com/speed/webp/docs/riff_container).</summary>
    private static byte[]? WebpExif(ReadOnlySpan<byte> file)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]);
        if (length < 4 || length > file.Length - 8)
            throw new InvalidDataException($"cut short: it is said to have {length + 8L} bytes and has {file.Length}");
        var rest = file.Slice(12, (int)length - 4);
        byte[]? exif = null;
        while (rest.Length >= 8)
        {
            var size = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (size > rest.Length - 8)
                throw new InvalidDataException($"cut short: a chunk is said to have {size} bytes and {rest.Length - 8} are there");
            if (rest.StartsWith("EXIF"u8))
            {
                exif = rest.Slice(8, (int)size).ToArray();
                // Some programs begin it as in a JPEG file.
                if (exif.AsSpan().StartsWith("Exif\0\0"u8))
                    exif = exif[6..];
            }

            // A chunk of an odd length is followed by a zero.
            rest = rest[Math.Min(rest.Length, 8 + (int)size + (int)(size & 1))..];
        }

        return exif;
    }

    /// <summary>Goes from marker to marker (ITU-T T.81, annex B) to the end of the picture.</summary>
    private static void RequireJpegEnd(ReadOnlySpan<byte> file)
    {
        for (var rest = file[2..]; ;)
        {
            // Also through a scan's data, where a marker's first byte is followed by a zero or by the number of a restart.
            var at = rest.IndexOf(JpegMarker);
            if (at < 0 || at + 1 >= rest.Length)
                throw new InvalidDataException("cut short: the JPEG data have no end");
            var kind = rest[at + 1];
            if (kind == JpegEnd)
                return;
            rest = rest[(at + (kind == JpegMarker ? 1 : 2))..];
            if (kind is 0 or 1 or JpegMarker or >= 0xd0 and <= JpegStart)
                continue;
            if (rest.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(rest) is var size && (size < 2 || size > rest.Length))
                throw new InvalidDataException("cut short within its header");
            rest = rest[size..];
        }
    }
}
