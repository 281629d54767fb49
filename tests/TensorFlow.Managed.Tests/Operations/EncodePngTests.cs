using System.Buffers.Binary;
using System.IO.Compression;
using Tensorflow.Serialization.Png;
using static Tensorflow.Binding;

namespace Tensorflow.Tests.Operations;

/// <summary>Pictures as PNG files, taken apart by the specification (https://www.w3.org/TR/png-3).</summary>
[TestClass]
public class EncodePngTests
{
    [TestMethod]
    [DataRow(1, 0)]
    [DataRow(2, 4)]
    [DataRow(3, 2)]
    [DataRow(4, 6)]
    public void AFileHasItsKindAndItsPixels(int channels, int colours)
    {
        var pixels = new byte[2 * 3 * channels];
        new Random(channels).NextBytes(pixels);
        var png = tf.io.encode_png(tf.constant(pixels, shape: (2, 3, channels)));

        CollectionAssert.AreEqual(new byte[] { 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a }, png[..8]);
        var chunks = Chunks(png);
        Assert.AreEqual("IHDR IDAT IEND", string.Join(' ', chunks.Select(chunk => chunk.Name)));
        CollectionAssert.AreEqual(new byte[] { 0, 0, 0, 3, 0, 0, 0, 2, 8, (byte)colours, 0, 0, 0 }, chunks[0].Data);
        using var raw = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(chunks[1].Data), CompressionMode.Decompress))
            zlib.CopyTo(raw);
        CollectionAssert.AreEqual((byte[])[0, .. pixels[..(3 * channels)], 0, .. pixels[(3 * channels)..]], raw.ToArray());
    }

    [TestMethod]
    public void WhatIsNoPictureIsRefused()
    {
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => tf.io.encode_png(tf.zeros((2, 2, 1)))).Message,
            "a picture is uint8 of shape (height, width, channels), not float32 of shape (2, 2, 1)");
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(
            () => tf.io.encode_png(tf.constant(new byte[10], shape: (1, 2, 5)))).Message, "1 to 4 channels, not 5");
    }

    private static List<(string Name, byte[] Data)> Chunks(byte[] png)
    {
        var chunks = new List<(string, byte[])>();
        for (var at = 8; at < png.Length;)
        {
            var length = (int)BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            Assert.AreEqual(Crc32.Of(png.AsSpan(at + 4, 4 + length)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            chunks.Add((PngFormat.Name(png.AsSpan(at + 4, 4)), png[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
        }

        return chunks;
    }
}
