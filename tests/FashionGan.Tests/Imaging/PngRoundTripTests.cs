using System.ComponentModel;
using System.Diagnostics;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using Tensorflow.Serialization.Png;

namespace FashionGanTf.Tests.Imaging;

/// <summary>PNG files: what is written is read, here and by a strict decoder.</summary>
[TestClass]
public class PngRoundTripTests
{
    private static readonly (int Width, int Height)[] s_sizes = [(1, 1), (1, 9), (7, 1), (28, 28), (113, 57), (300, 250)];

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public void WhatIsWrittenIsRead(int channels)
    {
        foreach (var (width, height) in s_sizes)
        {
            var image = Noise(width, height, channels);
            var read = PictureReader.Decode(PngWriter.Encode(image));
            Assert.AreEqual((width, height, channels), (read.Width, read.Height, read.Channels));
            CollectionAssert.AreEqual(image.Pixels, read.Pixels, $"{width} x {height}");
        }
    }

    [TestMethod]
    public void ChecksumIsThePublishedOne() => Assert.AreEqual(0xcbf43926u, Crc32.Of("123456789"u8), "the check value of CRC-32/ISO-HDLC");

    /// <summary>Random bytes, filtered as the specification says and decoded again, for every filter and pixel size.</summary>
    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    public void AllFiveFiltersAreRead(int channels)
    {
        var image = Noise(11, 12, channels);
        var raw = new List<byte>();
        for (var y = 0; y < image.Height; y++)
        {
            var filter = y % 6 == 5 ? 4 : y % 6;
            raw.Add((byte)filter);
            for (var i = 0; i < image.Row(y).Length; i++)
            {
                int left = i < channels ? 0 : image.Row(y)[i - channels];
                int above = y == 0 ? 0 : image.Row(y - 1)[i];
                int corner = i < channels || y == 0 ? 0 : image.Row(y - 1)[i - channels];
                var guess = filter switch
                    { 0 => 0, 1 => left, 2 => above, 3 => (left + above) / 2, _ => Nearest(left + above - corner, left, above, corner) };
                raw.Add((byte)(image.Row(y)[i] - guess));
            }
        }

        var png =
            RawPng.Of(RawPng.Header(11, 12, color: PngFormat.Colours(channels)), RawPng.Data([.. raw]), RawPng.End);
        CollectionAssert.AreEqual(image.Pixels, PictureReader.Decode(png).Pixels);

        static int Nearest(int target, params int[] candidates) => candidates.MinBy(candidate => Math.Abs(target - candidate));
    }

    [TestMethod]
    public void DataInManyChunksAndUnknownAncillaryOnesAreRead()
    {
        // ImageSharp needs the first two bytes together.
        var compressed = RawPng.Compress([0, 1, 2, 0, 3, 4]);
        byte[][] pieces =
            [RawPng.Chunk("IDAT"u8, compressed.AsSpan(0, 2)), .. compressed.Skip(2).Select(value => RawPng.Chunk("IDAT"u8, [value]))];
        var png =
            RawPng.Of([RawPng.Header(2, 2), RawPng.Chunk("tEXt"u8, "a"u8), .. pieces, RawPng.Chunk("tIME"u8, new byte[7]), RawPng.End]);
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4 }, PictureReader.Decode(png).Pixels);
    }

    [TestMethod]
    public void AStrictDecoderTakesThem()
    {
        var folder = Directory.CreateTempSubdirectory("fashion-gan-").FullName;
        try
        {
            foreach (var channels in new[] { 1, 3 })
                foreach (var (width, height) in s_sizes)
                    PngWriter.Write(Path.Combine(folder, $"{width}x{height}x{channels}.png"), Noise(width, height, channels));
            Assert.HasCount(2 * s_sizes.Length, Directory.GetFileSystemEntries(folder));
            foreach (var path in Directory.GetFiles(folder))
            {
                using var pngcheck = Start("pngcheck", "-v", path);
                var said = pngcheck.StandardOutput.ReadToEnd();
                pngcheck.WaitForExit();
                Assert.AreEqual(0, pngcheck.ExitCode, said);
                StringAssert.Contains(said, "No errors detected");
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(string program, params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        }
        catch (Win32Exception)
        {
            throw new AssertInconclusiveException($"{program} is not installed, so nobody else has looked at the files.");
        }
    }

    private static Bitmap Noise(int width, int height, int channels)
    {
        var pixels = new byte[width * height * channels];
        new Random(width * 1000 + height).NextBytes(pixels);
        return new Bitmap(width, height, channels, pixels);
    }
}
