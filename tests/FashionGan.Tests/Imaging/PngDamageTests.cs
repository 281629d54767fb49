using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using static FashionGanTf.Tests.Imaging.RawPng;

namespace FashionGanTf.Tests.Imaging;

/// <summary>PNG files that are damaged, hostile or of another kind: one clear line, never another exception, never much memory.</summary>
[TestClass]
public class PngDamageTests
{
    private static readonly byte[] s_whole = Of(Header(2, 2), Data(0, 1, 2, 0, 3, 4), End);

    [TestMethod]
    public void EveryCutIsFound()
    {
        Assert.AreEqual(2, PictureReader.Decode(s_whole).Width);
        for (var length = 0; length < s_whole.Length; length++)
            Assert.ThrowsExactly<InvalidDataException>(() => PictureReader.Decode(s_whole.AsSpan(0, length)),
                $"{length} of {s_whole.Length} bytes");
    }

    [TestMethod]
    public void EveryFlippedBitIsFound()
    {
        for (var bit = 0; bit < 8 * s_whole.Length; bit++)
        {
            var damaged = (byte[])s_whole.Clone();
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.ThrowsExactly<InvalidDataException>(() => PictureReader.Decode(damaged), $"bit {bit}");
        }
    }

    [TestMethod]
    public void WhatIsWrongIsNamed()
    {
        var pixels = Data(0, 1, 2, 0, 3, 4);
        var faults = new (string Complaint, byte[] Png)[]
        {
            ("not a PNG file", "P5 2 2 255 1234"u8.ToArray()),
            ("the first chunk is not IHDR", Of(pixels, Header(2, 2), End)),
            ("the first chunk is not IHDR", Of()),
            ("IHDR chunk has 12 bytes", Of(Chunk("IHDR"u8, new byte[12]), pixels, End)),
            ("0 x 2 pixels cannot be", Of(Header(0, 2), pixels, End)),
            ("cannot be", Of(Header(2, -1), pixels, End)),
            ("more than this reader takes", Of(Header(1 << 20, 1 << 20), pixels, End)),
            ("cannot hold 8000 x 8000", Of(Header(8000, 8000), pixels, End)),
            ("no PNG of colour type 0 with 3 bits", Of(Header(2, 2, depth: 3), pixels, End)),
            ("no PNG of colour type 3 with 16 bits", Of(Header(2, 2, depth: 16, color: 3), pixels, End)),
            ("no PNG of colour type 5 with 8 bits", Of(Header(2, 2, color: 5), pixels, End)),
            ("palette has 0 bytes", Of(Header(2, 2, color: 3), pixels, End)),
            ("palette has 4 bytes", Of(Header(2, 2, color: 3), Chunk("PLTE"u8, new byte[4]), pixels, End)),
            ("has the colour 4; the palette has 4", Of(Header(2, 2, color: 3), Chunk("PLTE"u8, new byte[12]), pixels, End)),
            ("tRNS chunk has 3 bytes", Of(Header(2, 2), Chunk("tRNS"u8, new byte[3]), pixels, End)),
            ("compressed or filtered", Of(Header(2, 2, compression: 1), pixels, End)),
            ("compressed or filtered", Of(Header(2, 2, filter: 1), pixels, End)),
            ("interlaced", Of(Header(2, 2, interlace: 1), pixels, End)),
            ("no IEND", Of(Header(2, 2), pixels)),
            ("bytes follow", Of(Header(2, 2), pixels, End, [0])),
            ("bytes follow", Of(Header(2, 2), pixels, End, End)),
            ("bytes follow", Of(Header(2, 2), pixels, Chunk("IEND"u8, [1]))),
            ("cut short", Of(Header(2, 2), End)),
            ("the pixels end in row 1 of 2", Of(Header(2, 2), Data(0, 1, 2, 0, 3), End)),
            ("more pixels than 2 x 2", Of(Header(2, 2), Data(0, 1, 2, 0, 3, 4, 5), End)),
            ("filter 5", Of(Header(2, 2), Data(0, 1, 2, 5, 3, 4), End)),
            ("not side by side", Of(Header(2, 2), pixels, Chunk("tEXt"u8, []), pixels, End)),
            ("a IHDR chunk", Of(Header(2, 2), Header(2, 2), pixels, End)),
            ("a PLTE chunk", Of(Header(2, 2), Chunk("PLTE"u8, new byte[3]), pixels, End)),
            ("a ABCD chunk", Of(Header(2, 2), Chunk("ABCD"u8, []), pixels, End)),
            ("not four letters", Of(Header(2, 2), Chunk([1, 2, 3, 4], []), pixels, End)),
        };
        foreach (var (complaint, png) in faults)
        {
            var error = Assert.ThrowsExactly<InvalidDataException>(() => PictureReader.Decode(png), complaint);
            StringAssert.Contains(error.Message, complaint);
        }
    }

    [TestMethod]
    public void DamagedCompressionIsFound()
    {
        var compressed = Compress([0, 1, 2, 0, 3, 4]);
        compressed[^1] ^= 1; // The checksum within the compressed data; the chunk's own is right.
        Assert.ThrowsExactly<InvalidDataException>(() => PictureReader.Decode(Of(Header(2, 2), Chunk("IDAT"u8, compressed), End)));
        Assert.ThrowsExactly<InvalidDataException>(
            () => PictureReader.Decode(Of(Header(2, 2), Chunk("IDAT"u8, [1, 2, 3, 4, 5, 6, 7, 8]), End)));
    }

    [TestMethod]
    public void ABombIsNotBlownUp()
    {
        var png = Of(Header(2, 2), Data(new byte[64 << 20]), End);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.ThrowsExactly<InvalidDataException>(() => PictureReader.Decode(png));
        Assert.IsLessThan(1 << 20, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [TestMethod]
    public void AFileIsNamed()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "no picture");
            StringAssert.StartsWith(Assert.ThrowsExactly<InvalidDataException>(() => PictureReader.Read(path)).Message, path);
            StringAssert.Contains(Assert.ThrowsExactly<IOException>(() => PictureReader.Read(Path.GetTempPath())).Message, Path.GetTempPath());
            Assert.ThrowsExactly<FileNotFoundException>(() => PictureReader.Read(path + ".none"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestMethod]
    public void WritingIntoNoFolderLeavesNothing()
    {
        var folder = Directory.CreateTempSubdirectory("fashion-gan-").FullName;
        try
        {
            Assert.ThrowsExactly<IOException>(() => PngWriter.Write(Path.Combine(folder, "none", "a.png"), new Bitmap(1, 1)));
            // A folder stands where the file should go: the rename fails, and what was written beside it goes too.
            Directory.CreateDirectory(Path.Combine(folder, "a.png"));
            Assert.IsNotNull(Assert.Throws<Exception>(() => PngWriter.Write(Path.Combine(folder, "a.png"), new Bitmap(1, 1))));
            Assert.HasCount(1, Directory.GetFileSystemEntries(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
