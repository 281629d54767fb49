using FashionGanTf.Captions;
using FashionGanTf.Captions.Attributes;

namespace FashionGanTf.Tests.Captions;

/// <summary>Each rule on silhouettes that are drawn by hand.</summary>
[TestClass]
public class RuleTests
{
    private const int TShirt = 0, Trouser = 1, Pullover = 2, Dress = 3, Sandal = 5, Shirt = 6, Sneaker = 7, Bag = 8, Boot = 9;

    [TestMethod]
    [DataRow(TShirt, 100, "dark")]
    [DataRow(TShirt, 131, null)]
    [DataRow(TShirt, 160, "mid-toned")]
    [DataRow(TShirt, 183, null)]
    [DataRow(TShirt, 200, "light")]
    [DataRow(Sandal, 160, "light")]
    public void DarknessIsTheMeanBrightnessWithinTheClass(int label, int brightness, string? word) =>
        Assert.AreEqual(word, Word(new Darkness(), Drawing.Vest((byte)brightness).As(label)));

    [TestMethod]
    public void ABlackPrintCounts() =>
        // 240 pixels, 100 of them black.
        Assert.AreEqual(200 * 140 / 240.0, Darkness.Brightness(new Drawing().Fill(4, 23, 8, 19).Fill(9, 18, 9, 18, 0).As(TShirt)), 1e-9);

    [TestMethod]
    [DataRow(TShirt)]
    [DataRow(Shirt)]
    public void SleevesOfTops(int label)
    {
        var rule = new SleeveLength();
        Assert.AreEqual("sleeveless", Word(rule, Drawing.Vest().As(label)));
        Assert.AreEqual("short-sleeved", Word(rule, Drawing.Vest().Fill(2, 9, 4, 23).As(label)));
        Assert.AreEqual("long-sleeved", Word(rule, Drawing.Vest().Fill(2, 24, 4, 23).As(label)));
        Assert.AreEqual("long-sleeved",
            Word(rule, Drawing.Vest().Fill(2, 9, 3, 24).Fill(10, 24, 3, 5).Fill(10, 24, 22, 24).As(label)), "arms away from the body");
        // Sixteen columns at the shoulders are neither.
        Assert.IsNull(Word(rule, Drawing.Vest().Fill(2, 9, 6, 21).As(label)));
        // A cropped top is as wide below as above.
        Assert.IsNull(Word(rule, new Drawing().Fill(8, 22, 3, 24).As(label)));
        Assert.IsNull(Word(rule, new Drawing().Fill(10, 14, 3, 24).As(label)), "too low to have parts");
        Assert.IsNull(Word(rule, Drawing.Vest().Fill(13, 14, 0, 27, 0).As(label)), "in two pieces");
    }

    [TestMethod]
    public void SleevesOfDresses()
    {
        var rule = new SleeveLength();
        var skirt = new Drawing().Fill(0, 27, 9, 18);
        Assert.AreEqual("sleeveless", Word(rule, skirt.As(Dress)));
        Assert.AreEqual("short-sleeved", Word(rule, new Drawing().Fill(0, 27, 9, 18).Fill(2, 7, 6, 21).As(Dress)));
        Assert.AreEqual("long-sleeved", Word(rule, new Drawing().Fill(0, 27, 9, 18).Fill(2, 15, 6, 21).As(Dress)));
        Assert.IsNull(Word(rule, new Drawing().Fill(0, 27, 6, 21).As(Dress)), "as wide as with sleeves");
    }

    [TestMethod]
    public void PatternsOfCloth()
    {
        var rule = new Pattern();
        Assert.AreEqual("plain", Word(rule, Drawing.Vest().As(TShirt)));
        Assert.AreEqual("striped", Word(rule, Stripes(period: 4).As(TShirt)));
        Assert.AreEqual("striped", Word(rule, Stripes(period: 4).As(Pullover)));
        Assert.IsNull(Word(rule, Stripes(period: 4).As(Shirt)), "a shirt's stripes may be checks");
        // A light band across the chest has lines, but no period.
        Assert.IsNull(Word(rule, Drawing.Vest(100).Fill(10, 12, 8, 19).As(TShirt)));
        var checks = Drawing.Vest(100);
        for (var y = 0; y < 28; y++)
            for (var x = 8; x < 20; x++)
                if ((y / 2 + x / 2) % 2 == 0)
                    checks.Fill(y, y, x, x);
        Assert.AreEqual("patterned", Word(rule, checks.As(TShirt)));
        Assert.AreEqual("patterned", Word(rule, checks.As(Shirt)));
        Assert.IsNull(Word(rule, new Drawing().Fill(0, 27, 12, 15).As(Dress)), "too narrow to see cloth");
    }

    [TestMethod]
    public void WidthsAndHeights()
    {
        Assert.AreEqual("narrow", Word(new Width(), new Drawing().Fill(0, 27, 10, 17).As(Dress)));
        Assert.IsNull(Word(new Width(), new Drawing().Fill(0, 27, 9, 20).As(Dress)), "the middle third");
        Assert.AreEqual("wide", Word(new Width(), new Drawing().Fill(0, 27, 12, 15).Fill(14, 27, 6, 21).As(Dress)));
        Assert.AreEqual("narrow", Word(new Width(), new Drawing().Fill(0, 27, 10, 17).As(Trouser)));
        Assert.AreEqual("low", Word(new Height(), new Drawing().Fill(10, 20, 0, 27).As(Sneaker)));
        Assert.AreEqual("tall", Word(new Height(), new Drawing().Fill(6, 20, 0, 27).As(Sneaker)));
        Assert.AreEqual("tall", Word(new Height(), new Drawing().Fill(0, 27, 8, 19).As(Bag)));
        Assert.IsNull(Word(new Height(), new Drawing().Fill(2, 25, 0, 26).As(Bag)), "the middle third");
    }

    [TestMethod]
    public void Heels()
    {
        Assert.AreEqual("flat", Word(new Heel(), new Drawing().Fill(12, 20, 0, 27).As(Sandal)));
        Assert.AreEqual(
            "high-heeled", Word(new Heel(), new Drawing().Fill(8, 12, 0, 27).Fill(13, 20, 0, 9).Fill(13, 20, 24, 27).As(Sandal)));
        Assert.IsNull(Word(new Heel(), new Drawing().Fill(8, 18, 0, 27).Fill(19, 20, 0, 9).Fill(19, 20, 24, 27).As(Boot)), "two rows");
        Assert.IsNull(Word(new Heel(), new Drawing().Fill(2, 26, 0, 27).As(Sandal)), "a wedge");
        Assert.AreEqual("flat", Word(new Heel(), new Drawing().Fill(2, 26, 0, 27).As(Boot)));
        Assert.AreEqual(0, Heel.Arch(Silhouette.Of(new Drawing().Fill(4, 10, 0, 9).Fill(4, 20, 10, 27).Pixels)), "no arch, only a step");
    }

    [TestMethod]
    public void NothingIsMeasuredWhereThereIsNoGarment()
    {
        foreach (var attribute in GarmentAttributes.All)
            foreach (var label in attribute.Labels)
                Assert.IsNull(attribute.Measure(new Drawing().As(label)), $"{attribute.Name} of {label}");
    }

    private static Drawing Stripes(int period)
    {
        var stripes = new Drawing().Fill(0, 27, 6, 21, 100);
        for (var y = 0; y < 28; y += period)
            stripes.Fill(y, y + period / 2 - 1, 6, 21, 220);
        return stripes;
    }

    private static string? Word(IGarmentAttribute attribute, Garment garment) =>
        attribute.Measure(garment) is { } value ? attribute.Values[value] : null;
}
