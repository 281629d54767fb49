using System.Drawing;
using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Tests.Imaging;
using FashionGanTf.Tests.Imaging.Decoding;

namespace FashionGanTf.Tests.Datasets.Preparing;

/// <summary>Pictures of any size made square and small, as Pillow makes them and as worked out by hand.</summary>
[TestClass]
public class PicturePreparerTests
{
    /// <summary>Pillow rounds between its two passes, so a few bytes differ; see pictures/make.py.</summary>
    [TestMethod]
    [DataRow("dress.jpg", 28)]
    [DataRow("dress.jpg", 64)]
    [DataRow("shoes.jpg", 28)]
    [DataRow("shoes.jpg", 64)]
    public void PhotographsAreResizedAsPillowDoes(string name, int size) => TestPictures.RequireAlike(
        TestPictures.Expected($"{name} cover {size}"), Prepared(TestPictures.PathOf(name), new Preparation(size)), most: 4, mean: 0.25,
        name);

    /// <summary>At hard edges Pillow cuts off what overshoots black and white after its first pass already.</summary>
    [TestMethod]
    public void SmallPicturesAreEnlargedAsPillowDoes() => TestPictures.RequireAlike(TestPictures.Expected("rgb.png enlarged 64"),
        Prepared(TestPictures.PathOf("rgb.png"), new Preparation(64)), most: 16, mean: 0.15, "rgb.png");

    [TestMethod]
    [DataRow("dress.jpg")]
    [DataRow("shoes.jpg")]
    public void ContainedPicturesStandInTheMiddleOfTheBackground(string name)
    {
        var inner = TestPictures.Expected($"{name} within 64");
        var preparation = new Preparation(64, Fit: Fit.Contain, Background: Background.Of(1, 2, 3));
        var prepared = Prepared(TestPictures.PathOf(name), preparation);
        // Of an odd number of columns beside it one more is on the left.
        var left = (64 - inner.Width + 1) / 2;
        var part = new Bitmap(inner.Width, 64, 3);
        for (var y = 0; y < 64; y++)
        {
            prepared.Row(y).Slice(3 * left, 3 * inner.Width).CopyTo(part.Row(y));
            foreach (var x in Enumerable.Range(0, 64).Where(x => x < left || x >= left + inner.Width))
                CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, prepared.Row(y).Slice(3 * x, 3).ToArray(), $"{x}, {y}");
        }

        TestPictures.RequireAlike(inner, part, most: 4, mean: 0.25, name);
    }

    /// <summary>Every second column is white: a filter that looked at a few pixels only would give black, white or stripes. At the edges
    /// the filter is cut off, which costs two levels.</summary>
    [TestMethod]
    public void ResizingSeesEveryPixel()
    {
        var stripes = new Bitmap(560, 560, 1, [.. Enumerable.Range(0, 560 * 560).Select(i => (byte)(i % 2 * 255))]);
        foreach (var pixel in Of(stripes, new Preparation(28, 1)).Pixels)
            Assert.IsTrue(pixel is >= 125 and <= 130, $"{pixel}");
    }

    [TestMethod]
    [DataRow(28, 1)]
    [DataRow(64, 3)]
    public void APictureOfTheWantedSizeStaysAsItIs(int size, int channels)
    {
        var picture = new Bitmap(size, size, channels);
        new Random(1).NextBytes(picture.Pixels);
        CollectionAssert.AreEqual(picture.Pixels, Of(picture, new Preparation(size, channels)).Pixels);
        CollectionAssert.AreEqual(picture.Pixels, Of(picture, new Preparation(size, channels, Fit.Contain)).Pixels);
    }

    /// <summary>Rec. 709 in bytes: 0.2126, 0.7152 and 0.0722 of 255, rounded.</summary>
    [TestMethod]
    [DataRow(255, 0, 0, 54)]
    [DataRow(0, 255, 0, 182)]
    [DataRow(0, 0, 255, 18)]
    [DataRow(255, 255, 255, 255)]
    [DataRow(100, 100, 100, 100)]
    public void ColoursTurnToGrayByRec709(int red, int green, int blue, int gray)
    {
        var picture = new Bitmap(1, 1, 3, [(byte)red, (byte)green, (byte)blue]);
        Assert.AreEqual((byte)gray, Of(picture, new Preparation(1, 1)).Pixels[0]);
    }

    [TestMethod]
    public void GrayStaysGray()
    {
        var picture = new Bitmap(16, 16, 1, [.. Enumerable.Range(0, 256).Select(value => (byte)value)]);
        CollectionAssert.AreEqual(picture.Pixels, Of(picture, new Preparation(16, 1)).Pixels);
        CollectionAssert.AreEqual(picture.ToColour().Pixels, Of(picture, new Preparation(16, 3)).Pixels);
    }

    /// <summary>First the middle, then the size: 30 x 10 covers 10 x 10 with its columns 10 to 19.</summary>
    [TestMethod]
    public void CoverTakesTheMiddle()
    {
        var wide = new Bitmap(30, 10, 1, [.. Enumerable.Range(0, 300).Select(i => (byte)(i % 30))]);
        CollectionAssert.AreEqual(Enumerable.Range(0, 100).Select(i => (byte)(10 + i % 10)).ToArray(),
            Of(wide, new Preparation(10, 1)).Pixels);
        var tall = new Bitmap(10, 31, 1, [.. Enumerable.Range(0, 310).Select(i => (byte)(i / 10))]);
        CollectionAssert.AreEqual(Enumerable.Range(0, 100).Select(i => (byte)(10 + i / 10)).ToArray(),
            Of(tall, new Preparation(10, 1)).Pixels);
    }

    [TestMethod]
    public void ABoxIsCutFromTheUprightPicture()
    {
        // 14 x 20 when it is upright.
        var upright = TestPictures.Expected("orientation-6.jpg");
        var box = new Rectangle(2, 5, 8, 8);
        var cut = Prepared(TestPictures.PathOf("orientation-6.jpg"), new Preparation(8), box);
        var expected = new Bitmap(8, 8, 3);
        for (var y = 0; y < 8; y++)
            upright.Row(5 + y).Slice(3 * 2, 3 * 8).CopyTo(expected.Row(y));
        TestPictures.RequireAlike(expected, cut, most: 2, mean: 0.1, "box");
        // What lies outside does not count.
        Assert.AreEqual(4, Prepared(TestPictures.PathOf("orientation-6.jpg"), new Preparation(4), new Rectangle(10, 16, 90, 90)).Width);
        var error = Assert.ThrowsExactly<InvalidDataException>(
            () => Prepared(TestPictures.PathOf("orientation-6.jpg"), new Preparation(8), new Rectangle(14, 0, 5, 5)));
        StringAssert.EndsWith(error.Message, "orientation-6.jpg: its box, 5 x 5 at (14, 0), lies outside its 14 x 20 pixels.");
    }

    /// <summary>A cut-out whose hidden colour is black: a half transparent red pixel in the middle, nothing at the corners.</summary>
    [TestMethod]
    [DataRow("corners", 255, 127, 127)]
    [DataRow("white", 255, 127, 127)]
    [DataRow("black", 128, 0, 0)]
    [DataRow("#0000ff", 128, 0, 127)]
    public void TransparentPixelsShowTheBackground(string background, int red, int green, int blue)
    {
        byte[] nothing = [0, 0, 0, 0], half = [255, 0, 0, 128];
        byte[] row = [0, .. nothing, .. nothing, .. nothing];
        var file = RawPng.Of(RawPng.Header(3, 3, color: 6),
            RawPng.Data([.. row, 0, .. nothing, .. half, .. nothing, .. row]), RawPng.End);
        var picture = new SourcePicture("cut-out") { Open = () => new MemoryStream(file) };
        var pixels = new PicturePreparer(new Preparation(3, Background: Background.Parse(background)), PictureDecoder.Default)
            .Prepare(picture);
        CollectionAssert.AreEqual(new[] { (byte)red, (byte)green, (byte)blue }, pixels[12..15]);
        var (r, g, b) = background switch { "black" => (0, 0, 0), "#0000ff" => (0, 0, 255), _ => (255, 255, 255) };
        CollectionAssert.AreEqual(new[] { (byte)r, (byte)g, (byte)b }, pixels[..3]);
    }

    /// <summary>The corners are 10, 20, 30 and 41: their mean, rounded.</summary>
    [TestMethod]
    public void TheBackgroundIsTheCornersMean()
    {
        var picture = new Bitmap(2, 4, 1, [10, 20, 0, 0, 0, 0, 30, 41]);
        Assert.AreEqual(25, Of(picture, new Preparation(4, 1, Fit.Contain)).Pixels[0]);
    }

    private static Bitmap Prepared(string path, Preparation preparation, Rectangle? box = null) =>
        Of(new SourcePicture(path) { Box = box }, preparation);

    private static Bitmap Of(Bitmap picture, Preparation preparation) =>
        Of(new SourcePicture("picture") { Pixels = () => picture }, preparation);

    private static Bitmap Of(SourcePicture picture, Preparation preparation) => new(preparation.Size, preparation.Size,
        preparation.Channels ?? 3, new PicturePreparer(preparation, PictureDecoder.Default).Prepare(picture));
}
