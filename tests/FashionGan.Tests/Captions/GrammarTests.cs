using FashionGanTf.Captions;
using FashionGanTf.Captions.Grammar;
using FashionGanTf.Conditions;

namespace FashionGanTf.Tests.Captions;

[TestClass]
public class GrammarTests
{
    [TestMethod]
    public void CaptionsSayOnlyWhatIsKnownInWordsOfTheVocabulary()
    {
        var random = new Random(7);
        var (draws, seen) = (new float[CaptionWriter.Draws], new HashSet<string>());
        for (var i = 0; i < 20_000; i++)
        {
            var known = Known(random, i % ClassNames.FashionMnist.Count);
            for (var j = 0; j < draws.Length; j++)
                draws[j] = random.NextSingle();
            var text = CaptionWriter.Write(known, draws);
            var words = text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            CollectionAssert.IsSubsetOf(words.Distinct().ToArray(), CaptionWords.All.ToArray(), text);
            seen.UnionWith(words);
            Assert.IsTrue(known.Says(CaptionReader.Read(text)), $"'{text}' of {known}");
            Assert.AreEqual(text, CaptionWriter.Write(known, draws));
        }

        CollectionAssert.AreEquivalent(CaptionWords.All.ToArray(), seen.ToArray(), "every word is used");
        Assert.IsInRange(50, 70, CaptionWords.All.Count);
    }

    [TestMethod]
    public void AQuarterOfWhatIsKnownIsLeftOut()
    {
        var random = new Random(3);
        var known = new Description(3, 0, 0, 0, 0, null, null);
        var (said, all) = (0, 0);
        var draws = new float[CaptionWriter.Draws];
        for (var i = 0; i < 5000; i++)
        {
            for (var j = 0; j < draws.Length; j++)
                draws[j] = random.NextSingle();
            said += CaptionReader.Read(CaptionWriter.Write(known, draws)).Values.Count(value => value is not null);
            all += 4;
        }

        Assert.AreEqual(1 - CaptionWriter.LeftOut, (double)said / all, 0.015);
    }

    [TestMethod]
    [DataRow("a dark sleeveless dress, wide", "dress: dark, sleeveless, wide")]
    [DataRow("Dark dress with long sleeves", "dress: dark, long-sleeved")]
    [DataRow("an ankle boot with a high heel", "ankle boot: high-heeled")]
    [DataRow("tall boot", "ankle boot: tall")]
    [DataRow("t-shirt with stripes and without sleeves, light", "T-shirt: light, striped, sleeveless")]
    [DataRow("pants", "trouser: ")]
    public void CaptionsAreUnderstood(string text, string description) =>
        Assert.AreEqual(description, CaptionReader.Read(text).ToString());

    [TestMethod]
    [DataRow("a red dress", "'red' in the caption 'a red dress' is no word")]
    [DataRow("dark", "names no garment")]
    [DataRow("", "names no garment")]
    [DataRow("a dress coat", "contradicts itself at 'coat'")]
    [DataRow("a dark light dress", "contradicts itself at 'light'")]
    public void WhatIsNoCaptionIsOneLine(string text, string message) =>
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => CaptionReader.Read(text)).Message, message);

    [TestMethod]
    public void HeldOutCombinationsAreThoseThatSayAllOfOne()
    {
        Assert.IsTrue(HeldOut.Has(CaptionReader.Read("a light dress with long sleeves, wide")));
        Assert.IsFalse(HeldOut.Has(CaptionReader.Read("a light dress")));
        Assert.IsFalse(HeldOut.Has(CaptionReader.Read("light blouse with long sleeves")));
        Assert.IsFalse(HeldOut.Has(CaptionReader.Read("wide trousers")));
        Assert.IsTrue(HeldOut.Has(CaptionReader.Read("dark trousers, wide")));
        Assert.AreEqual(HeldOut.Combinations.Count, HeldOut.Combinations.Select(combination => combination.Label).Distinct().Count());
    }

    [TestMethod]
    public void DescriptionsAreChecked()
    {
        Assert.ThrowsExactly<ArgumentException>(() => new Description(0, 1));
        Assert.ThrowsExactly<ArgumentException>(() => new Description(0, 7, null, null, null, null, null));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Description(10, null, null, null, null, null, null));
        var (one, same) = (new Description(3, 0, null, 1, null, null, null), new Description(3, 0, null, 1, null, null, null));
        Assert.AreEqual(one, same);
        Assert.AreEqual(one.GetHashCode(), same.GetHashCode());
        Assert.AreNotEqual(one, new Description(6, 0, null, 1, null, null, null));
    }

    private static Description Known(Random random, int label) => new(
        label, [.. GarmentAttributes.All.Select(attribute =>
            attribute.Labels.Contains(label) && random.Next(4) > 0 ? random.Next(attribute.Values.Count) : (int?)null)]);
}
