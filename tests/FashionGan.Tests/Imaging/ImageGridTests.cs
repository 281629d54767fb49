using FashionGanTf.Imaging;
using Tensorflow;

namespace FashionGanTf.Tests.Imaging;

/// <summary>From numbers to pictures, and from pictures to a grid.</summary>
[TestClass]
public class ImageGridTests
{
    [TestMethod]
    public void PicturesAreLaidOutRowByRow()
    {
        var images = Enumerable.Range(1, 5).Select(i => new Bitmap(2, 1, 1, [(byte)(10 * i), (byte)(10 * i + 1)])).ToArray();
        var grid = ImageGrid.Compose(images, columns: 3, rows: 2);
        Assert.AreEqual((6, 2, 1), (grid.Width, grid.Height, grid.Channels));
        CollectionAssert.AreEqual(new byte[] { 10, 11, 20, 21, 30, 31, 40, 41, 50, 51, 0, 0 }, grid.Pixels);
    }

    [TestMethod]
    public void PaddingLiesBetween()
    {
        Bitmap[] images = [new(1, 1, 1, [1]), new(1, 1, 1, [2]), new(1, 1, 1, [3]), new(1, 1, 1, [4])];
        var grid = ImageGrid.Compose(images, columns: 2, rows: 2, padding: 1);
        CollectionAssert.AreEqual(new byte[] { 1, 0, 2, 0, 0, 0, 3, 0, 4 }, grid.Pixels);
    }

    [TestMethod]
    public void ColourIsKept()
    {
        var grid = ImageGrid.Compose([new Bitmap(1, 1, 3, [1, 2, 3]), new Bitmap(1, 1, 3, [4, 5, 6])], columns: 1, rows: 2);
        Assert.AreEqual((1, 2, 3), (grid.Width, grid.Height, grid.Channels));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 4, 5, 6 }, grid.Pixels);
    }

    [TestMethod]
    public void WhatDoesNotFitIsRefused()
    {
        Bitmap small = new(1, 1), large = new(2, 1);
        Assert.ThrowsExactly<ArgumentException>(() => ImageGrid.Compose([], 1, 1));
        Assert.ThrowsExactly<ArgumentException>(() => ImageGrid.Compose([small, small], 1, 1));
        Assert.ThrowsExactly<ArgumentException>(() => ImageGrid.Compose([small], 0, 1));
        Assert.ThrowsExactly<ArgumentException>(() => ImageGrid.Compose([small], 1, 1, padding: -1));
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => ImageGrid.Compose([small, large], 2, 1)).Message,
            "Picture 1 is 2x1x1");
        Assert.ThrowsExactly<ArgumentException>(() => new Bitmap(2, 2, 1, new byte[3]));
        Assert.ThrowsExactly<ArgumentException>(() => new Bitmap(2, 2, 2));
        Assert.ThrowsExactly<ArgumentException>(() => new Bitmap(-1, 2));
    }

    [TestMethod]
    public void NumbersBecomeBytes()
    {
        // -1 is black, 1 is white; (x + 1) * 127.5 turns back every byte that x / 127.5 - 1 made.
        var values = Enumerable.Range(0, 256).Select(value => value / 127.5f - 1).ToArray();
        var bitmap = PixelRange.ToBitmaps(Vector(values).reshape((1, 16, 16, 1)))[0];
        CollectionAssert.AreEqual(Enumerable.Range(0, 256).Select(value => (byte)value).ToArray(), bitmap.Pixels);

        float[] odd = [-7, 7, float.NaN, float.PositiveInfinity, 0, -1];
        var two = PixelRange.ToBitmaps(Vector(odd).reshape((2, 1, 1, 3)));
        CollectionAssert.AreEqual(new byte[] { 0, 255, 0 }, two[0].Pixels);
        CollectionAssert.AreEqual(new byte[] { 255, 128, 0 }, two[1].Pixels);
        Assert.ThrowsExactly<ArgumentException>(() => PixelRange.ToBitmaps(Vector(odd)));
    }

    private static Tensorflow.NumPy.NDArray Vector(float[] values) => ((Tensor)values).numpy();
}
