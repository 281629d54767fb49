using System.Buffers.Binary;
using System.Text;
using FashionGanTf.Imaging;
using SixLabors.ImageSharp;
using SixLabors.ImageSharp.PixelFormats;

namespace FashionGanTf.Tests.Imaging;

/// <summary>GIF and WebP files that move; Chromium plays them in the studio's tests.</summary>
[TestClass]
public class AnimationTests
{
    private static readonly TimeSpan s_each = TimeSpan.FromMilliseconds(80), s_last = TimeSpan.FromSeconds(1);

    [TestMethod]
    public void AGifHasGraysNearlyAsTheyAre()
    {
        var frames = Frames(3, 1);
        using var read = Image.Load<Rgb24>(AnimatedGif.Encode(frames, s_each, s_last));
        Assert.AreEqual(3, read.Frames.Count);
        Assert.AreEqual(0, read.Metadata.GetGifMetadata().RepeatCount);
        var delays = Enumerable.Range(0, 3).Select(i => read.Frames[i].Metadata.GetGifMetadata().FrameDelay);
        CollectionAssert.AreEqual(new[] { 8, 8, 100 }, delays.ToArray());
        for (var i = 0; i < 3; i++)
        {
            var pixels = new Rgb24[16 * 16];
            read.Frames[i].CopyPixelDataTo(pixels);
            Assert.IsLessThanOrEqualTo(
                AnimatedGif.MostError, pixels.Zip(frames[i].Pixels, (pixel, gray) => Math.Abs(pixel.R - gray)).Max(), $"frame {i}");
            Assert.IsTrue(pixels.All(pixel => pixel.R == pixel.G && pixel.G == pixel.B));
        }
    }

    [TestMethod]
    public void AGifOfColoursComesNear()
    {
        var frames = Frames(2, 3);
        using var read = Image.Load<Rgb24>(AnimatedGif.Encode(frames, s_each, s_last));
        var pixels = new byte[16 * 16 * 3];
        read.Frames.CloneFrame(1).CopyPixelDataTo(pixels);
        Assert.IsLessThan(12, pixels.Zip(frames[1].Pixels, (a, b) => Math.Abs(a - b)).Average());
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(3)]
    [DataRow(4)]
    public void AWebpIsLosslessFrameByFrame(int channels)
    {
        var frames = Frames(3, channels);
        var file = AnimatedWebp.Encode(frames, s_each, s_last);
        Assert.AreEqual("RIFF", Encoding.ASCII.GetString(file, 0, 4));
        Assert.AreEqual(file.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)));
        var chunks = Chunks(file, 12).ToArray();
        CollectionAssert.AreEqual(new[] { "VP8X", "ANIM", "ANMF", "ANMF", "ANMF" }, chunks.Select(chunk => chunk.Name).ToArray());
        Assert.AreEqual(channels == 4 ? 0x12 : 0x02, chunks[0].Content[0]);
        Assert.AreEqual((15, 15), (chunks[0].Content[4], chunks[0].Content[7]));
        for (var i = 0; i < 3; i++)
        {
            var frame = chunks[2 + i].Content;
            Assert.AreEqual(i == 2 ? 1000 : 80, frame[12] | frame[13] << 8 | frame[14] << 16);
            // As a file of its own.
            byte[] still = [.. "RIFF"u8, .. BitConverter.GetBytes(frame.Length - 16 + 4), .. "WEBP"u8, .. frame[16..]];
            using var read = Image.Load<Rgba32>(still);
            var pixels = new Rgba32[16 * 16];
            read.CopyPixelDataTo(pixels);
            var wanted = frames[i].Channels == 4 ? frames[i] : frames[i].ToColour();
            CollectionAssert.AreEqual(wanted.Pixels, pixels.SelectMany(pixel =>
                channels == 4 ? new[] { pixel.R, pixel.G, pixel.B, pixel.A } : [pixel.R, pixel.G, pixel.B]).ToArray(), $"frame {i}");
        }
    }

    private static Bitmap[] Frames(int count, int channels) => [.. Enumerable.Range(0, count).Select(frame =>
        new Bitmap(16, 16, channels, [.. Enumerable.Range(0, 256 * channels).Select(i => Value(i, i % channels, frame))]))];

    private static byte Value(int i, int channel, int frame) => channel == 3 ? (byte)(i / 4 % 2 * 155 + 100) : (byte)(i * 7 + frame * 31);

    private static IEnumerable<(string Name, byte[] Content)> Chunks(byte[] file, int at)
    {
        while (at < file.Length)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
            yield return (Encoding.ASCII.GetString(file, at, 4), file[(at + 8)..(at + 8 + length)]);
            at += 8 + length + length % 2;
        }
    }
}
