using FashionGanTf.Datasets.Preparing;

namespace FashionGanTf.Tests.Datasets.Preparing;

/// <summary>How a background is written.</summary>
[TestClass]
public class BackgroundTests
{
    [TestMethod]
    [DataRow("corners")]
    [DataRow("white")]
    [DataRow("black")]
    [DataRow("#e8e4da")]
    public void IsReadAsItIsWritten(string text) => Assert.AreEqual(text, Background.Parse(text).ToString());

    [TestMethod]
    public void CapitalsAndNamesOfColoursAreTheSame()
    {
        Assert.AreEqual(Background.Corners, Background.Parse("Corners"));
        Assert.AreEqual(Background.Parse("white"), Background.Parse("#FFFFFF"));
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("red")]
    [DataRow("#fff")]
    [DataRow("#12345g")]
    [DataRow("#+12345")]
    public void OtherTextsAreRefused(string text) => Assert.AreEqual(
        $"A background is corners, white, black or a colour as #e8e4da, not '{text}'.",
        Assert.ThrowsExactly<ArgumentException>(() => Background.Parse(text)).Message);
}
