using System.Buffers.Binary;
using System.IO.Compression;
using Tensorflow.Serialization.Png;

namespace FashionGanTf.Tests.Imaging;

/// <summary>Builds PNG files byte by byte, sound ones and others.</summary>
internal static class RawPng
{
    internal static byte[] Of(params byte[][] chunks) => [.. PngFormat.Signature, .. chunks.SelectMany(chunk => chunk)];

    internal static byte[] Header(int width, int height, byte depth = 8, byte color = 0, byte compression = 0, byte filter = 0,
        byte interlace = 0)
    {
        var data = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(data, width);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(4), height);
        byte[] kind = [depth, color, compression, filter, interlace];
        kind.CopyTo(data, 8);
        return Chunk("IHDR"u8, data);
    }

    /// <summary>Rows with their filters before them, compressed.</summary>
    internal static byte[] Data(params byte[] raw) => Chunk("IDAT"u8, Compress(raw));

    internal static byte[] End { get; } = Chunk("IEND"u8, []);

    internal static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    internal static byte[] Compress(byte[] raw)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
            zlib.Write(raw);
        return compressed.ToArray();
    }
}
