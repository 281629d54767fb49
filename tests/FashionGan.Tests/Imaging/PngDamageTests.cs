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
            Assert.ThrowsExactly<InvalidDataException>(() => PictureReader.Decode(s_whole[..length]),
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
            ("not a JPEG, PNG, WebP, BMP or GIF file", "P5 2 2 255 1234"u8.ToArray()),
            ("the first chunk is no IHDR chunk", Of(pixels, Header(2, 2), End)),
            ("the first chunk is no IHDR chunk", Of()),
            ("IHDR chunk of 13 bytes", Of(Chunk("IHDR"u8, new byte[12]), pixels, End)),
            ("two IHDR chunks", Of(Header(2, 2), Header(2, 2), pixels, End)),
            ("0 x 2 pixels cannot be", Of(Header(0, 2), pixels, End)),
            ("cannot be", Of(Header(2, -1), pixels, End)),
            ("cannot hold 1048576 x 1048576", Of(Header(1 << 20, 1 << 20), pixels, End)),
            ("cannot hold 8000 x 8000", Of(Header(8000, 8000), pixels, End)),
            ("10000 x 10000 pixels are more than 67108864, the most that are read",
                Of(Header(10_000, 10_000), Data(new byte[10_001 * 10_000]), End)),
            ("bit depth. Was '3'", Of(Header(2, 2, depth: 3), pixels, End)),
            ("color type. Was '5'", Of(Header(2, 2, color: 5), pixels, End)),
            ("does not contain a palette", Of(Header(2, 2, color: 3), pixels, End)),
            ("Invalid filter method", Of(Header(2, 2, filter: 1), pixels, End)),
            // ImageSharp would wait for the other passes without end.
            ("the pixels end before all 5 x 2 are there", Of(Header(5, 2, interlace: 1), pixels, End)),
            ("interlaced and only 2 pixels wide", Of(Header(2, 2, interlace: 1), Data(0, 1, 0, 2, 0, 3, 4), End)),
            ("no IEND", Of(Header(2, 2), pixels)),
            ("cut short: 0 bytes", Of(Header(2, 2), End)),
            ("the pixels end before all 2 x 2 are there", Of(Header(2, 2), Data(0, 1, 2, 0, 3), End)),
            ("Unknown filter", Of(Header(2, 2), Data(0, 1, 2, 5, 3, 4), End)),
            ("not four letters", Of(Header(2, 2), Chunk([1, 2, 3, 4], []), pixels, End)),
            ("cannot be unpacked", Of(Header(2, 2), Chunk("IDAT"u8, [1, 2, 3, 4, 5, 6, 7, 8]), End)),
        };
        foreach (var (complaint, png) in faults)
        {
            var error = Assert.ThrowsExactly<InvalidDataException>(() => PictureReader.Decode(png), complaint);
            StringAssert.Contains(error.Message, complaint);
        }
    }

    /// <summary>More pixels than there should be do no harm, however many.</summary>
    [TestMethod]
    public void ABombIsNotBlownUp()
    {
        var png = Of(Header(2, 2), Data([0, 1, 2, 0, 3, 4, .. new byte[64 << 20]]), End);
        var before = GC.GetAllocatedBytesForCurrentThread();
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4 }, PictureReader.Decode(png).Pixels);
        Assert.IsLessThan(1 << 20, GC.GetAllocatedBytesForCurrentThread() - before);
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
