using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;

namespace FashionGanTf.Tests.Imaging;

/// <summary>What clothes stand on in files, and how sheets are laid out.</summary>
[TestClass]
public class GroundTests
{
    /// <summary>A bright ring with a dark hole, and on its left a pixel that is nine tenths ground.</summary>
    private static readonly Bitmap s_ring = new(5, 5, 1,
    [
        0, 0, 0, 0, 8,
        0, 200, 200, 200, 0,
        20, 200, 0, 200, 0,
        0, 200, 200, 200, 0,
        0, 0, 0, 0, 0,
    ]);

    [TestMethod]
    public void WhiteComesWhereDarkTouchesTheBorder()
    {
        var white = new Finish(Ground: Ground.White).Of(s_ring);
        Assert.AreEqual(1, white.Channels);
        // 20 over black is a tenth of 200, so nine tenths of white's 255 come to it.
        CollectionAssert.AreEqual(new byte[] { 250, 200, 0, 200, 255 }, white.Row(2).ToArray(), "the hole stays");
        CollectionAssert.AreEqual(new byte[] { 255, 255, 255, 255, 255 }, white.Row(0).ToArray(), "8 is ground, too");
    }

    /// <summary>A bright piece of 24 pixels, and two faint smudges: one by itself, one that touches it.</summary>
    [TestMethod]
    public void DustBesideTheClothesGoesWithTheGround()
    {
        var picture = new Bitmap(10, 10);
        for (var y = 2; y < 8; y++)
            picture.Pixels.AsSpan(10 * y + 5, 4).Fill(200);
        picture.Pixels[10 * 5 + 1] = picture.Pixels[10 * 1 + 4] = picture.Pixels[10 * 0 + 3] = 20;
        var white = new Finish(Ground: Ground.White).Of(picture);
        Assert.AreEqual(255, white.Row(5)[1], "by itself");
        Assert.AreEqual(200, white.Row(5)[6]);
        // 20 is a third of 64.
        Assert.IsGreaterThan(190, white.Row(0)[3], "at the end of a smudge, far from what is bright");
        Assert.AreEqual(0, new Finish(Ground: Ground.Transparent).Of(picture).Row(5)[4 * 1 + 3], "not to be seen");
    }

    [TestMethod]
    public void TwoPiecesOfOneSizeStay()
    {
        var picture = new Bitmap(10, 4);
        foreach (var pixel in new[] { 11, 12, 17, 18, 21, 22 })
            picture.Pixels[pixel] = 180;
        var white = new Finish(Ground: Ground.White).Of(picture);
        Assert.AreEqual((180, 180), (white.Row(1)[1], white.Row(1)[8]));
    }

    [TestMethod]
    public void TransparentPixelsKeepTheirColourAndLoseTheirOpacity()
    {
        var clear = new Finish(Ground: Ground.Transparent).Of(s_ring);
        Assert.AreEqual(4, clear.Channels);
        CollectionAssert.AreEqual(new byte[] { 200, 200, 200, 26 }, clear.Row(2)[..4].ToArray(), "20 over black is a tenth of 200");
        CollectionAssert.AreEqual(new byte[] { 200, 200, 200, 255 }, clear.Row(2)[4..8].ToArray());
        CollectionAssert.AreEqual(new byte[] { 0, 0, 0, 255 }, clear.Row(2)[8..12].ToArray(), "the hole");
        CollectionAssert.AreEqual(new byte[] { 0, 0, 0, 0 }, clear.Row(0)[..4].ToArray());
        var colour = new Finish(Ground: Ground.Transparent).Of(new Bitmap(2, 1, 3, [90, 10, 0, 3, 4, 5]));
        CollectionAssert.AreEqual(new byte[] { 90, 10, 0, 255, 0, 0, 0, 0 }, colour.Pixels);
    }

    [TestMethod]
    public void InvertedIsOfAllValues() => CollectionAssert.AreEqual(
        new byte[] { 235, 55, 255, 55, 255 }, new Finish(Ground: Ground.Inverted).Of(s_ring).Row(2).ToArray());

    [TestMethod]
    public void SmoothEnlargementHasNoSquaresAndKeepsFlatPictures()
    {
        var smooth = new Finish(Scale: 4, IsSmooth: true).Of(s_ring);
        Assert.AreEqual((20, 20, 1), (smooth.Width, smooth.Height, smooth.Channels));
        Assert.IsGreaterThan(10, smooth.Pixels.Distinct().Count());
        var flat = new Bitmap(3, 3, 3);
        flat.Pixels.AsSpan().Fill(77);
        Assert.IsTrue(Enlargement.Smooth(flat, 5).Pixels.All(value => value == 77));
    }

    [TestMethod]
    public void ASheetHasGapsAndLabelsOnItsGround()
    {
        var recipe = Recipe.Parse("7.3");
        var picture = new Bitmap(28, 28);
        var plain = Finish.Plain.Sheet([(recipe, picture), (recipe, picture)], 2, 1);
        Assert.AreEqual((56, 28), (plain.Width, plain.Height));
        var sheet = new Finish(Scale: 2, Ground: Ground.White, Gap: 3, HasLabels: true)
            .Sheet([(recipe, picture), (recipe, picture), (recipe, picture)], 2, 2);
        Assert.AreEqual((2 * 56 + 3, 2 * (56 + 18) + 3), (sheet.Width, sheet.Height));
        Assert.AreEqual(255, sheet.Row(0)[56]);
        Assert.AreEqual(255, sheet.Row(sheet.Height - 1)[^1], "a place that is left over");
        var label = Enumerable.Range(57, 16).SelectMany(y => sheet.Row(y)[..56].ToArray()).ToArray();
        Assert.IsGreaterThan(10, label.Count(value => value < 128), "the letters are dark");
        var black = new Finish(Scale: 2, HasLabels: true).Sheet([(recipe, picture)], 1, 1);
        Assert.IsGreaterThan(10, black.Pixels.Count(value => value > 128), "on black they are bright");

        // A label that is longer than its picture is wide goes on in lines below, and all pictures of the sheet have room for as many.
        var step = Recipe.Parse("walk(7.3,8.4,0.25)");
        var lines = SheetLabel.Lines(step.ToString(), 56);
        Assert.AreEqual(step.ToString(), string.Concat(lines));
        Assert.IsGreaterThan(1, lines.Count);
        var mixed = new Finish(Scale: 2, HasLabels: true).Sheet([(recipe, picture), (step, picture)], 2, 1);
        Assert.AreEqual((2 * 56, 56 + lines.Count * 18), (mixed.Width, mixed.Height));
        Assert.IsTrue(Enumerable.Range(mixed.Height - 18, 18).Any(y => mixed.Row(y)[56..].ToArray().Any(value => value > 128)), "the end");
    }
}
