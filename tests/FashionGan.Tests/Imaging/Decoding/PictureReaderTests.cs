using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;

namespace FashionGanTf.Tests.Imaging.Decoding;

/// <summary>Files of every kind, written by other programs, are read as Pillow reads them.</summary>
[TestClass]
public class PictureReaderTests
{
    [TestMethod]
    [DataRow("rgb.png")]
    [DataRow("gray.png")]
    [DataRow("one-bit.png")]
    [DataRow("gray-2-bits.png")]
    [DataRow("gray-4-bits.png")]
    [DataRow("gray-16.png")]
    [DataRow("rgb-16.png")]
    [DataRow("gray-alpha-16.png")]
    [DataRow("rgb-alpha-16.png")]
    [DataRow("rgb-alpha.png")]
    [DataRow("gray-alpha.png")]
    [DataRow("palette.png")]
    [DataRow("palette-transparent.png")]
    [DataRow("interlaced.png")]
    [DataRow("interlaced-alpha.png")]
    [DataRow("orientation-6.png")]
    [DataRow("lossless.webp")]
    [DataRow("lossless-alpha.webp")]
    [DataRow("lossy.webp")]
    [DataRow("orientation-8.webp")]
    [DataRow("rgb.bmp")]
    [DataRow("palette.bmp")]
    [DataRow("two-frames.gif")]
    [DataRow("transparent.gif")]
    public void ToTheBit(string name) => TestPictures.RequireAlike(
        TestPictures.Expected(name), PictureReader.Read(TestPictures.PathOf(name)), most: 0, mean: 0, name);

    /// <summary>Decoders of JPEG may round differently (ITU-T T.83); these do in one byte of ninety.</summary>
    [TestMethod]
    [DataRow("baseline.jpg")]
    [DataRow("progressive.jpg")]
    [DataRow("gray.jpg")]
    [DataRow("cmyk.jpg")]
    [DataRow("orientation-1.jpg")]
    [DataRow("orientation-2.jpg")]
    [DataRow("orientation-3.jpg")]
    [DataRow("orientation-4.jpg")]
    [DataRow("orientation-5.jpg")]
    [DataRow("orientation-6.jpg")]
    [DataRow("orientation-7.jpg")]
    [DataRow("orientation-8.jpg")]
    public void ToTwoLevels(string name) => TestPictures.RequireAlike(
        TestPictures.Expected(name), PictureReader.Read(TestPictures.PathOf(name)), most: 2, mean: 0.02, name);

    [TestMethod]
    public void OrientationsDiffer() => Assert.HasCount(8, Enumerable.Range(1, 8)
        .Select(number => TestPictures.Expected($"orientation-{number}.jpg"))
        .Select(picture => $"{picture.Width} {Convert.ToHexString(picture.Pixels)}").Distinct());

    [TestMethod]
    [DataRow("gray.jpg", 1)]
    [DataRow("gray.png", 1)]
    [DataRow("one-bit.png", 1)]
    [DataRow("gray-16.png", 1)]
    [DataRow("gray-alpha.png", 1)]
    [DataRow("baseline.jpg", 3)]
    [DataRow("palette.png", 3)]
    public void WhatIsGrayHasOneChannel(string name, int channels) =>
        Assert.AreEqual(channels, PictureReader.Read(TestPictures.PathOf(name)).Channels);

    [TestMethod]
    public void EqualChannelsAreGray()
    {
        var gray = new Bitmap(16, 16, 1, [.. Enumerable.Range(0, 256).Select(value => (byte)value)]);
        var read = PictureReader.Decode(PngWriter.Encode(gray.ToColour()));
        Assert.AreEqual(1, read.Channels);
        CollectionAssert.AreEqual(gray.Pixels, read.Pixels);
    }

    [TestMethod]
    [DataRow("rgb.png", 20, 14)]
    [DataRow("orientation-6.jpg", 20, 14)]
    [DataRow("dress.jpg", 160, 195)]
    public void ASizeIsToldWithoutDecoding(string name, int width, int height) =>
        Assert.AreEqual((width, height), PictureReader.Size(TestPictures.PathOf(name)));
}
