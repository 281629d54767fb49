using System.Buffers.Binary;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using Tensorflow.Serialization.Png;

namespace FashionGanTf.Tests.Imaging;

/// <summary>Animations, read frame by frame.</summary>
[TestClass]
public class AnimatedPngTests
{
    [TestMethod]
    [DataRow(1, 1)]
    [DataRow(1, 3)]
    [DataRow(3, 2)]
    public void EveryFrameComesBack(int channels, int count)
    {
        var random = new Random(9);
        var frames = Enumerable.Range(0, count).Select(_ =>
        {
            var frame = new Bitmap(17, 11, channels);
            random.NextBytes(frame.Pixels);
            return frame;
        }).ToList();
        var png = AnimatedPng.Encode(frames, TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(2));

        CollectionAssert.AreEqual(frames[^1].Pixels, PictureReader.Decode(png).Pixels, "a viewer of still pictures shows the last one");
        var read = Frames(png);
        Assert.HasCount(count, read);
        for (var i = 0; i < count; i++)
        {
            CollectionAssert.AreEqual(frames[i].Pixels, read[i].Image.Pixels, $"frame {i}");
            Assert.AreEqual(i == count - 1 ? 2 : 0.25, read[i].Seconds);
        }
    }

    [TestMethod]
    public void FramesThatDoNotFitAreRefused()
    {
        var (second, frame) = (TimeSpan.FromSeconds(1), new Bitmap(2, 2));
        Assert.ThrowsExactly<ArgumentException>(() => AnimatedPng.Encode([], second, second));
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(
            () => AnimatedPng.Encode([frame, new Bitmap(2, 3)], second, second)).Message, "Frame 1 is 2x3x1");
        Assert.ThrowsExactly<ArgumentException>(() => AnimatedPng.Encode([frame], second, TimeSpan.FromMinutes(2)));
    }

    /// <summary>The frames of an animation, each made a still picture and read as one;
    /// requires the order that the specification asks for.</summary>
    internal static List<(Bitmap Image, double Seconds)> Frames(byte[] png)
    {
        var frames = new List<(Bitmap, double)>();
        var (promised, sequence, stills) = (-1, 0, 0);
        byte[]? header = null, control = null;
        var chunks = new PngChunks(png.AsSpan(PngFormat.Signature.Length));
        while (chunks.Next())
        {
            var data = chunks.Data.ToArray();
            switch (PngFormat.Name(chunks.Type))
            {
                case "IHDR":
                    header = data;
                    break;
                case "acTL":
                    Assert.AreEqual(0, stills, "acTL stands before IDAT");
                    promised = BinaryPrimitives.ReadInt32BigEndian(data);
                    Assert.AreEqual(0, BinaryPrimitives.ReadInt32BigEndian(data.AsSpan(4)), "it plays without end");
                    break;
                case "IDAT":
                    stills++;
                    break;
                case "fcTL":
                    Assert.AreEqual(sequence++, BinaryPrimitives.ReadInt32BigEndian(data));
                    CollectionAssert.AreEqual(header![..8], data[4..12], "a frame's size");
                    Assert.IsTrue(data[12..20].Concat(data[24..26]).All(value => value == 0), "at the corner, replacing all");
                    control = data;
                    break;
                case "fdAT":
                    Assert.AreEqual(sequence++, BinaryPrimitives.ReadInt32BigEndian(data));
                    var still = RawPng.Of(RawPng.Chunk("IHDR"u8, header), RawPng.Chunk("IDAT"u8, data.AsSpan(4)), RawPng.End);
                    frames.Add((PictureReader.Decode(still), BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(20))
                        / (double)BinaryPrimitives.ReadUInt16BigEndian(control.AsSpan(22))));
                    break;
            }
        }

        Assert.AreEqual(promised, frames.Count, "as many frames as are said");
        return frames;
    }
}
