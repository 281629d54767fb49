using System.Buffers.Binary;
using System.IO.Compression;
using Tensorflow.Serialization;

namespace FashionGanTf.Imaging;

/// <summary>Writes PNG files: 8-bit gray or RGB, not interlaced.</summary>
public static class PngWriter
{
    /// <summary>Writes a picture to a file: beside its place first, then renamed, so that the file is whole or not there.</summary>
    /// <param name="path">The file; its folder must exist.</param>
    /// <param name="image">The picture.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Write(string path, Bitmap image)
    {
        var png = Encode(image);
        AtomicFile.Write(path, file => file.Write(png));
    }

    /// <summary>A PNG file's bytes.</summary>
    public static byte[] Encode(Bitmap image)
    {
        using var png = new MemoryStream();
        WriteHead(png, image);
        WriteChunk(png, PngFormat.Data, Compress(image));
        WriteChunk(png, PngFormat.End, []);
        return png.ToArray();
    }

    /// <summary>A file's first bytes: the signature and the header of a picture.</summary>
    internal static void WriteHead(MemoryStream png, Bitmap image)
    {
        png.Write(PngFormat.Signature);

        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        header[8] = 8;
        header[9] = image.Channels == 1 ? PngFormat.Gray : PngFormat.Rgb;
        // Deflate, the one set of filters, not interlaced: all three zero.
        header[10..].Clear();
        WriteChunk(png, PngFormat.Header, header);
    }

    /// <summary>A picture's rows, each after its filter, compressed.</summary>
    internal static byte[] Compress(Bitmap image)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
            for (var y = 0; y < image.Height; y++)
            {
                // Small pictures of flat and noisy areas gain nothing from a filter: 0, "none".
                zlib.WriteByte(0);
                zlib.Write(image.Row(y));
            }

        return compressed.ToArray();
    }

    /// <summary>A chunk: its length, its name, its content, its checksum.</summary>
    internal static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[PngFormat.ChunkFrame + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        png.Write(chunk);
    }
}
