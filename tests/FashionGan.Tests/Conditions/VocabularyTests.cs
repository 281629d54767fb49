using FashionGanTf.Conditions;

namespace FashionGanTf.Tests.Conditions;

/// <summary>Texts as a model with a vocabulary understands them.</summary>
[TestClass]
public class VocabularyTests
{
    private static readonly Vocabulary s_vocabulary =
        new(["dark", "light", "dress", "boot", "sleeves", "short"], [(0, 1), (2, 3), (3, 4)], ["dark dress", "light boot"]);

    [TestMethod]
    public void WordsAreSplitAtSpacesAndPunctuation()
    {
        CollectionAssert.AreEqual(new[] { "a", "dark", "t", "shirt", "with", "short", "sleeves" },
            Words.Of(" A dark T-shirt,\nwith/short_sleeves! "));
        CollectionAssert.AreEqual(new[] { "платье", "ドレス", "पोशाक" }, Words.Of("Платье ドレス, पोशाक"));
        Assert.IsEmpty(Words.Of("?! --"));
    }

    [TestMethod]
    public void ATextIsTheNumbersOfItsWords()
    {
        var asked = s_vocabulary.Read("Dress: dark, short sleeves");
        CollectionAssert.AreEqual(new[] { 3, 1, 6, 5 }, asked.Tokens);
        CollectionAssert.AreEqual(new[] { "dress", "dark", "short", "sleeves" }, asked.Known.ToArray());
        Assert.IsEmpty(asked.Notes(s_vocabulary));
    }

    [TestMethod]
    public void UnknownWordsAreNamedWithThoseThatAreNear()
    {
        var asked = s_vocabulary.Read("drss of dark velvet");
        CollectionAssert.AreEqual(new[] { 1 }, asked.Tokens);
        Assert.AreEqual("the model does not know 'drss' (near: dress), 'of', 'velvet'; they are left out.",
            asked.Notes(s_vocabulary).Single());
    }

    [TestMethod]
    public void ContradictionsAreSaid() => Assert.AreEqual(
        "no picture that the model learned from was called both 'dark' and 'light', both 'boot' and 'sleeves'; it draws something between.",
        s_vocabulary.Read("a dark light boot, sleeves").Notes(s_vocabulary).Last());

    [TestMethod]
    [DataRow("", "the text has no words; the model knows dark, light, dress, boot, sleeves, short.")]
    [DataRow(" ?! ", "the text has no words; the model knows dark, light, dress, boot, sleeves, short.")]
    [DataRow("velvet bott",
        "the model knows no word of the text: 'velvet', 'bott' (near: boot); it knows dark, light, dress, boot, sleeves, short.")]
    [DataRow("платье", "the model knows no word of the text: 'платье'; it knows dark, light, dress, boot, sleeves, short.")]
    public void WhatCannotBeAsked(string text, string complaint) =>
        Assert.AreEqual(complaint, Assert.ThrowsExactly<ArgumentException>(() => s_vocabulary.Read(text)).Message);

    [TestMethod]
    public void ATextHasABound()
    {
        Assert.AreEqual("a text has 400 characters at most, this one 50000.",
            Assert.ThrowsExactly<ArgumentException>(() => s_vocabulary.Read(string.Concat(Enumerable.Repeat("dark ", 10_000)))).Message);
        Assert.AreEqual("a text has 32 words at most, this one 33.",
            Assert.ThrowsExactly<ArgumentException>(() => s_vocabulary.Read(string.Concat(Enumerable.Repeat("dark ", 33)))).Message);
        CollectionAssert.AreEqual(Enumerable.Repeat(1, 32).ToArray(), s_vocabulary.TokensOf(string.Concat(Enumerable.Repeat("dark ", 33))));
    }

    [TestMethod]
    public void WhatIsNoVocabulary()
    {
        string[] tooMany = [.. Enumerable.Range(0, Vocabulary.Most + 1).Select(i => $"w{i}")];
        foreach (var words in new[] { [], ["dark", "dark"], ["Dark"], ["two words"], [""], tooMany })
            Assert.ThrowsExactly<ArgumentException>(() => new Vocabulary(words, [], ["dark"]));
        Assert.ThrowsExactly<ArgumentException>(() => new Vocabulary(["dark"], [(0, 1)], ["dark"]));
        Assert.ThrowsExactly<ArgumentException>(() => new Vocabulary(["dark"], [(0, 0)], ["dark"]));
        Assert.ThrowsExactly<ArgumentException>(() => new Vocabulary(["dark"], [], ["light"]));
        Assert.ThrowsExactly<ArgumentException>(() => new Vocabulary(["dark"], [], []));
    }
}
