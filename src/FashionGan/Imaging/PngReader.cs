using System.IO.Compression;

namespace FashionGanTf.Imaging;

/// <summary>
/// Reads PNG files, those that are interlaced excepted, as 8-bit gray or RGB; what is transparent stands on black. A file may be hostile:
/// its lengths, sums and sizes are checked before they are used, and no more is decompressed than the picture's size asks for.
/// </summary>
public static class PngReader
{
    /// <summary>The most that deflate can shrink bytes (https://zlib.net/zlib_tech.html, 1032:1), rounded up.</summary>
    private const long BestCompression = 1040;

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is damaged or of another kind; the message names the file and what is wrong.</exception>
    public static Bitmap Read(string path)
    {
        try
        {
            return Decode(File.ReadAllBytes(path));
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{path}: {error.Message}", error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{path} cannot be read: it is a folder, or permission is denied.", error);
        }
    }

    /// <summary>The picture in a PNG file's bytes.</summary>
    /// <exception cref="InvalidDataException">They are damaged or of another kind.</exception>
    public static Bitmap Decode(ReadOnlySpan<byte> png)
    {
        if (!png.StartsWith(PngFormat.Signature))
            throw new InvalidDataException("not a PNG file: its first bytes are others.");
        var chunks = new PngChunks(png[PngFormat.Signature.Length..]);
        if (!chunks.Next() || !chunks.Type.SequenceEqual(PngFormat.Header))
            throw new InvalidDataException("the first chunk is not IHDR.");
        var header = PngHeader.Read(chunks.Data);

        using var compressed = new MemoryStream();
        var (palette, transparency) = (Array.Empty<byte>(), Array.Empty<byte>());
        var dataHasEnded = false;
        while (true)
        {
            var previousWasData = chunks.Type.SequenceEqual(PngFormat.Data);
            if (!chunks.Next())
                throw new InvalidDataException("cut short: there is no IEND chunk.");
            if (chunks.Type.SequenceEqual(PngFormat.End))
                break;
            if (chunks.Type.SequenceEqual(PngFormat.Data))
            {
                if (dataHasEnded)
                    throw new InvalidDataException("the IDAT chunks are not side by side.");
                compressed.Write(chunks.Data);
                continue;
            }

            dataHasEnded |= previousWasData;
            // Beside RGB a palette is only a suggestion; beside gray there cannot be one.
            if (chunks.Type.SequenceEqual(PngFormat.Colours) && header.Channels == 3)
                palette = chunks.Data.ToArray();
            else if (chunks.Type.SequenceEqual(PngFormat.Transparency))
                transparency = chunks.Data.ToArray();
            // A small first letter marks what can be left out of account.
            else if ((chunks.Type[0] & 0x20) == 0)
                throw new InvalidDataException($"there is a {PngFormat.Name(chunks.Type)} chunk, which this reader does not know.");
        }

        if (chunks.Data.Length != 0 || chunks.Rest != 0)
            throw new InvalidDataException("bytes follow the end of the picture.");
        compressed.Position = 0;
        return Decompress(compressed, header, new PngSamples(header, palette, transparency));
    }

    private static Bitmap Decompress(MemoryStream compressed, PngHeader header, PngSamples samples)
    {
        // A small file that promises a huge picture gets no memory.
        if (header.RawLength > compressed.Length * BestCompression)
            throw new InvalidDataException($"cut short: {compressed.Length} bytes cannot hold {header.Width} x {header.Height} pixels.");
        var image = new Bitmap(header.Width, header.Height, header.Channels);
        using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
        var (row, above) = (new byte[header.RowLength], new byte[header.RowLength]);
        for (var y = 0; y < image.Height; y++)
        {
            var filter = zlib.ReadByte();
            if (zlib.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length)
                throw new InvalidDataException($"cut short: the pixels end in row {y} of {image.Height}.");
            PngFilter.Undo(filter, row, above, header.Step);
            samples.Read(row, image.Row(y));
            (row, above) = (above, row);
        }

        // Reading on also makes the decompressor check its sum.
        if (zlib.ReadByte() >= 0)
            throw new InvalidDataException($"there are more pixels than {image.Width} x {image.Height}.");
        return image;
    }
}
