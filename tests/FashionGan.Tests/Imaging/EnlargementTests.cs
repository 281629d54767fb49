using FashionGanTf.Imaging;

namespace FashionGanTf.Tests.Imaging;

/// <summary>Larger pictures.</summary>
[TestClass]
public class EnlargementTests
{
    [TestMethod]
    public void EachPixelBecomesASquare()
    {
        var large = Enlargement.Of(new Bitmap(2, 2, 1, [1, 2, 3, 4]), 3);
        Assert.AreEqual((6, 6), (large.Width, large.Height));
        CollectionAssert.AreEqual(
            new byte[] { 1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4, 3, 3, 3, 4, 4, 4, 3, 3, 3, 4, 4, 4 },
            large.Pixels);
    }

    [TestMethod]
    public void ColoursStayTogether() =>
        CollectionAssert.AreEqual(
            new byte[] { 1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6, 1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6 },
            Enlargement.Of(new Bitmap(2, 1, 3, [1, 2, 3, 4, 5, 6]), 2).Pixels);

    [TestMethod]
    public void AtScaleOneItIsThePictureItself()
    {
        var picture = new Bitmap(2, 2);
        Assert.AreSame(picture, Enlargement.Of(picture, 1));
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(33)]
    public void OtherScalesAreRefused(int scale) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => Enlargement.Of(new Bitmap(1, 1), scale));
}
