using System.Buffers.Binary;
using System.IO.Compression;

namespace Tensorflow.Serialization.Png;

/// <summary>Makes PNG files, whole or chunk by chunk: 8 bits a channel, not interlaced.</summary>
public static class PngEncoder
{
    /// <summary>A PNG file's bytes.</summary>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 for gray, 2 for gray and opacity, 3 for red, green and blue, 4 for these and opacity.</param>
    /// <param name="pixels">Row by row from the top, the channels of a pixel side by side.</param>
    /// <exception cref="ArgumentException">The sizes make no picture, or the pixels do not fill it.</exception>
    public static byte[] Encode(int width, int height, int channels, ReadOnlySpan<byte> pixels)
    {
        using var png = new MemoryStream();
        WriteHead(png, width, height, channels);
        WriteChunk(png, PngFormat.Data, Compress(width, height, channels, pixels));
        WriteChunk(png, PngFormat.End, []);
        return png.ToArray();
    }

    /// <summary>A file's first bytes: the signature and the header of a picture.</summary>
    /// <inheritdoc cref="Encode"/>
    public static void WriteHead(Stream png, int width, int height, int channels)
    {
        if (width < 1 || height < 1)
            throw new ArgumentException($"A picture has at least one pixel, not {width} x {height}.");
        png.Write(PngFormat.Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 8;
        header[9] = PngFormat.Colours(channels);
        // Deflate, the one set of filters, not interlaced: all three zero.
        header[10..].Clear();
        WriteChunk(png, PngFormat.Header, header);
    }

    /// <summary>A picture's rows, each after its filter, compressed.</summary>
    /// <inheritdoc cref="Encode"/>
    public static byte[] Compress(int width, int height, int channels, ReadOnlySpan<byte> pixels)
    {
        if (pixels.Length != (long)width * height * channels)
            throw new ArgumentException($"{pixels.Length} bytes do not fill {width} x {height} pixels of {channels}.");
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize))
            for (; !pixels.IsEmpty; pixels = pixels[(width * channels)..])
            {
                // Small pictures of flat and noisy areas gain nothing from a filter: 0, "none".
                zlib.WriteByte(0);
                zlib.Write(pixels[..(width * channels)]);
            }

        return compressed.ToArray();
    }

    /// <summary>A chunk: its length, its name, its content, its checksum.</summary>
    public static void WriteChunk(Stream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[PngFormat.ChunkFrame + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        png.Write(chunk);
    }
}
