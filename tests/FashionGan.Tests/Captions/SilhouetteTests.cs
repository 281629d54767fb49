using FashionGanTf.Captions;

namespace FashionGanTf.Tests.Captions;

[TestClass]
public class SilhouetteTests
{
    [TestMethod]
    public void ABlackPrintBelongsToTheGarmentAndAGapToTheGroundDoesNot()
    {
        // A frame with a hole, and below it two legs.
        var pixels = new Drawing().Fill(4, 13, 8, 19).Fill(7, 9, 11, 15, 0).Fill(14, 23, 8, 11).Fill(14, 23, 16, 19).Pixels;
        var silhouette = Silhouette.Of(pixels);
        Assert.AreEqual((4, 23, 8, 19, 20, 12),
            (silhouette.Top, silhouette.Bottom, silhouette.Left, silhouette.Right, silhouette.Height, silhouette.Width));
        Assert.IsTrue(silhouette.Has(8, 13));
        Assert.IsFalse(silhouette.Has(18, 13));
        Assert.AreEqual((12, 0, 12, 4, 0), (silhouette.Extent(8), silhouette.Gaps(8), silhouette.Extent(18), silhouette.Gaps(18),
            silhouette.Extent(27)));
        CollectionAssert.AreEqual(new[] { 4, 5, 6 }, silhouette.Rows(0, 0.11).ToArray());
    }

    [TestMethod]
    public void WhatIsAsDarkAsTheGroundIsNone()
    {
        var pixels = new Drawing().Fill(0, 27, 0, 27, Silhouette.Ground).Pixels;
        Assert.IsTrue(Silhouette.Of(pixels).IsEmpty);
        pixels[28 * 14 + 14] = Silhouette.Ground + 1;
        var one = Silhouette.Of(pixels);
        Assert.AreEqual((14, 14, 1, 1), (one.Top, one.Left, one.Height, one.Width));
    }

    [TestMethod]
    public void AnotherSizeIsRefused() =>
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => Silhouette.Of(new byte[64 * 64])).Message, "28 x 28");
}
