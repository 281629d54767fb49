using FashionGanTf.Imaging.Charts;

namespace FashionGanTf.Tests.Imaging.Charts;

/// <summary>The font of strokes.</summary>
[TestClass]
public class StrokeFontTests
{
    [TestMethod]
    public void EachPrintableCharacterHasAGlyphOfItsOwn()
    {
        var drawn = Enumerable.Range(' ', 95)
            .Select(letter => string.Join(' ', StrokeFont.Strokes(((char)letter).ToString(), 10).SelectMany(stroke => stroke))).ToList();
        CollectionAssert.AllItemsAreUnique(drawn);
        Assert.AreEqual("", drawn[0], "a blank");
        Assert.AreEqual(drawn['?' - ' '], string.Join(' ', StrokeFont.Strokes("ä", 10).SelectMany(stroke => stroke)),
            "any other is a question mark");
    }

    [TestMethod]
    public void GlyphsStayWithinTheirWidthAndLine()
    {
        foreach (var letter in Enumerable.Range('!', 94).Select(code => ((char)code).ToString()))
        {
            var points = StrokeFont.Strokes(letter, 100).SelectMany(stroke => stroke).ToList();
            Assert.IsTrue(points.All(point => point.X >= -1.5 && point.X <= StrokeFont.Width(letter, 100) + 1.5), letter);
            Assert.IsTrue(points.All(point => point.Y <= 25 && point.Y >= -85), letter);
        }
    }

    [TestMethod]
    public void WidthsAddUp()
    {
        var (a, b, both) = (StrokeFont.Width("Wi", 13), StrokeFont.Width("de", 13), StrokeFont.Width("Wide", 13));
        Assert.IsTrue(both > a + b && both < 1.3 * (a + b));
        Assert.AreEqual(2 * both, StrokeFont.Width("Wide", 26), 1e-9);
        Assert.AreEqual(0, StrokeFont.Width("", 13));
    }
}
