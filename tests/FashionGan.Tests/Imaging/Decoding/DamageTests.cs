using System.Buffers.Binary;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Tests.Support;
using SixLabors.ImageSharp.Memory;

namespace FashionGanTf.Tests.Imaging.Decoding;

/// <summary>Files that were cut short, that lie about themselves or are no pictures: one line that names the file.</summary>
[TestClass]
public class DamageTests
{
    [TestMethod]
    [DataRow("baseline.jpg")]
    [DataRow("progressive.jpg")]
    [DataRow("orientation-3.jpg")]
    [DataRow("cmyk.jpg")]
    [DataRow("rgb.png")]
    [DataRow("interlaced.png")]
    [DataRow("orientation-6.png")]
    [DataRow("lossless-alpha.webp")]
    [DataRow("lossy.webp")]
    [DataRow("orientation-8.webp")]
    [DataRow("rgb.bmp")]
    [DataRow("palette.bmp")]
    [DataRow("transparent.gif")]
    public void EveryCutIsFound(string name)
    {
        var whole = TestPictures.Bytes(name);
        // After its only picture a GIF file has an end of its own, of no use to anyone.
        var end = name.EndsWith(".gif", StringComparison.Ordinal) ? whole.Length - 1 : whole.Length;
        for (var length = 0; length < end; length++)
        {
            var error = Assert.ThrowsExactly<InvalidDataException>(() => PictureReader.Decode(whole[..length], "cut"), $"{length} bytes");
            StringAssert.StartsWith(error.Message, "cut: ");
            StringAssert.EndsWith(error.Message, ".");
            Assert.DoesNotContain('\n', error.Message);
        }
    }

    [TestMethod]
    public void WhatIsNoPictureIsNamed()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "notes.jpg");
        File.WriteAllText(path, "no picture");
        Assert.AreEqual($"{path}: not a JPEG, PNG, WebP, BMP or GIF file.",
            Assert.ThrowsExactly<InvalidDataException>(() => PictureReader.Read(path)).Message);
        File.WriteAllBytes(path, []);
        Assert.AreEqual($"{path}: not a JPEG, PNG, WebP, BMP or GIF file.",
            Assert.ThrowsExactly<InvalidDataException>(() => PictureReader.Read(path)).Message);
        StringAssert.Contains(Assert.ThrowsExactly<IOException>(() => PictureReader.Read(folder.Path)).Message, folder.Path);
        Assert.ThrowsExactly<FileNotFoundException>(() => PictureReader.Read(path + ".none"));
    }

    /// <summary>A tiny file that claims 16,383 x 16,000 pixels gets no room for them.</summary>
    [TestMethod]
    [DataRow("baseline.jpg")]
    [DataRow("rgb.png")]
    [DataRow("lossless.webp")]
    [DataRow("palette.bmp")]
    [DataRow("two-frames.gif")]
    public void AClaimedSizeIsCheckedFirst(string name)
    {
        var file = TestPictures.Bytes(name);
        Claim(file, 16_383, 16_000);
        // Its memory is the garbage collector's, which counts it.
        var decoder = new PictureDecoder(PictureDecoder.MostPixels, new SimpleGcMemoryAllocator());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.ThrowsExactly<InvalidDataException>(() => decoder.Decode(file, "large"));
        Assert.IsTrue(error.Message.Contains("pixels are more than 67108864") || error.Message.Contains("cannot hold"), error.Message);
        Assert.IsLessThan(1 << 20, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void LengthsBeyondTheFileTakeNoMemory()
    {
        var file = TestPictures.Bytes("orientation-8.webp");
        var at = file.AsSpan().IndexOf("EXIF"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 4), 0x7fffff00);
        var before = GC.GetAllocatedBytesForCurrentThread();
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => PictureReader.Decode(file)).Message, "cut short");
        Assert.IsLessThan(1 << 20, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    /// <summary>Text beside the pixels that was packed a thousandfold is not unpacked.</summary>
    [TestMethod]
    public void PackedTextIsNotUnpacked()
    {
        byte[] text = [.. "Comment\0\0"u8, .. RawPng.Compress(new byte[64 << 20])];
        var file = RawPng.Of(RawPng.Header(2, 2), RawPng.Chunk("zTXt"u8, text), RawPng.Data(0, 1, 2, 0, 3, 4), RawPng.End);
        var before = GC.GetAllocatedBytesForCurrentThread();
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4 }, PictureReader.Decode(file).Pixels);
        Assert.IsLessThan(1 << 20, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Claim(Span<byte> file, int width, int height)
    {
        if (file[0] == 0xff)
        {
            var head = file[(file.IndexOf((ReadOnlySpan<byte>)[0xff, 0xc0]) + 5)..];
            BinaryPrimitives.WriteUInt16BigEndian(head, (ushort)height);
            BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)width);
        }
        else if (file[0] == 0x89)
            RawPng.Header(width, height, color: 2).CopyTo(file[8..]);
        else if (file.StartsWith("RIFF"u8))
            BinaryPrimitives.WriteUInt32LittleEndian(file[21..],
                BinaryPrimitives.ReadUInt32LittleEndian(file[21..]) & 0xf0000000 | (uint)(width - 1) | (uint)(height - 1) << 14);
        else if (file.StartsWith("BM"u8))
        {
            BinaryPrimitives.WriteInt32LittleEndian(file[18..], width);
            BinaryPrimitives.WriteInt32LittleEndian(file[22..], height);
        }
        else
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file[6..], (ushort)width);
            BinaryPrimitives.WriteUInt16LittleEndian(file[8..], (ushort)height);
        }
    }
}
