using FashionGanTf.Captions.Grammar;
using FashionGanTf.Conditions;

namespace FashionGanTf.Tests.Conditions;

/// <summary>Texts as a model with a vocabulary understands them.</summary>
[TestClass]
public class VocabularyTests
{
    private static readonly Vocabulary s_vocabulary =
        new(["dark", "light", "dress", "boot", "sleeves", "short"], [(0, 1), (2, 3), (3, 4)], ["dark dress", "light boot"]);

    /// <summary>All words of captions, where T-shirts and dresses exclude each other.</summary>
    private static readonly Lazy<Vocabulary> s_captions = new(() =>
    {
        string[] words = [.. CaptionWords.All.SelectMany(Words.Of).Distinct()];
        return new Vocabulary(words, [(Array.IndexOf(words, "t"), Array.IndexOf(words, "dress")),
            (Array.IndexOf(words, "shirt"), Array.IndexOf(words, "dress"))], ["a dark-toned t-shirt", "gown without sleeves"]);
    });

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
    [DataRow("", "the text has no words; the model knows boot, dark, dress, light, short, sleeves.")]
    [DataRow(" ?! ", "the text has no words; the model knows boot, dark, dress, light, short, sleeves.")]
    [DataRow("velvet bott",
        "the model knows no word of the text: 'velvet', 'bott' (near: boot); it knows boot, dark, dress, light, short, sleeves.")]
    [DataRow("платье", "the model knows no word of the text: 'платье'; it knows boot, dark, dress, light, short, sleeves.")]
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
    public void EverydayWordsAreReadAsTheVocabularysAndThatIsSaid()
    {
        foreach (var (text, known, note) in new[]
        {
            ("tshirt", "t shirt", "'tshirt' is read as 't-shirt'."), ("Dark T-Shirts", "dark t shirt", "'t-shirts' is read as 't-shirt'."),
            ("dresses", "dress", "'dresses' is read as 'dress'."),
            ("black purse", "dark bag", "'black' is read as 'dark', 'purse' is read as 'bag'."),
            ("shoes", "sneaker", "'shoes' is read as 'sneaker'."),
            ("pumps", "high heeled sandal", "'pumps' is read as 'high-heeled sandal'."),
            ("shorts", "wide trousers", "'shorts' is read as 'wide trousers'."),
            ("trouser", "trousers", "'trouser' is read as 'trousers'."),
            ("top with long sleeves", "t shirt with long sleeves", "'top' is read as 't-shirt'."),
        })
        {
            var asked = s_captions.Value.Read(text);
            Assert.AreEqual(known, string.Join(' ', asked.Known), text);
            Assert.AreEqual(note, asked.Notes(s_captions.Value).Single(), text);
        }
    }

    [TestMethod]
    public void AVocabularyOfOtherThingsIsReadAsItIs()
    {
        // Short is no word for shorts, and black none for dark where the words are not those of captions.
        Assert.IsFalse(s_vocabulary.Readings.ContainsKey("shorts"));
        Assert.IsFalse(s_vocabulary.Readings.ContainsKey("black"));
        var own = new Vocabulary(["shoe", "shoes", "top", "black", "leaf"], [], ["shoe"]);
        CollectionAssert.AreEqual(new[] { "black", "top", "shoes" }, own.Read("black top shoes").Known.ToArray());
        CollectionAssert.AreEqual(new[] { "the model does not know 'leaves'; it is left out.", "'tops' is read as 'top'." },
            own.Read("tops leaves").Notes(own).ToArray());
        Assert.IsEmpty(own.TokensOf("tops"), "captions of a training are read word by word");
    }

    [TestMethod]
    [DataRow("dress, not striped", "'not striped'")]
    [DataRow("a dress with no sleeves and without any stripes", "'no sleeves', 'without stripes'")]
    [DataRow("dress not", "'not'")]
    [DataRow("anything but a bag", "'anything but bag'")]
    [DataRow("a shirt, everything except stripes", "'except stripes'")]
    public void NegationsThatNoCaptionHasAreSaid(string text, string negated) => StringAssert.Contains(
        string.Join(' ', s_captions.Value.Read(text).Notes(s_captions.Value)),
        $"the model does not understand {negated}: what is negated may be drawn all the same; say what should be there instead.");

    [TestMethod]
    public void CaptionsHaveANegationOfTheirOwn() =>
        Assert.IsEmpty(s_captions.Value.Read("a gown without sleeves").Notes(s_captions.Value));

    [TestMethod]
    public void ATextWithoutAGarmentIsTold()
    {
        Assert.AreEqual("no garment is named, and without one a picture is hardly one; name one: t-shirt, trousers, pullover, dress, " +
            "coat, sandal, shirt, sneaker, bag or ankle boot.", s_captions.Value.Read("dark striped").Notes(s_captions.Value).Single());
        Assert.IsFalse(s_vocabulary.Read("dark").LacksGarment, "whose words are other ones");
    }

    [TestMethod]
    public void ContradictionsNameWholeWords() => Assert.AreEqual(
        "no picture that the model learned from was called both 't-shirts' and 'dress'; it draws something between.",
        s_captions.Value.Read("t-shirts dress").Notes(s_captions.Value).Last());

    [TestMethod]
    public void OfManyWordsTheMessageSaysWhereAllAre()
    {
        var many = new Vocabulary(Enumerable.Range(0, 120).Select(i => $"w{i}"), [], ["w1"]);
        StringAssert.EndsWith(Assert.ThrowsExactly<ArgumentException>(() => many.Read("velvet")).Message,
            ", w98, w99 and 20 more, which config.json of its run lists.");
        Assert.HasCount(57, s_captions.Value);
    }

    [TestMethod]
    public void OfTheWordsOfCaptionsTheMessageSaysWhatTheyAreFor() => Assert.AreEqual(
        "the model knows no word of the text: 'velvet'; it knows English words for a garment (t-shirt, trousers, pullover, dress, coat, " +
        "sandal, shirt, sneaker, bag, ankle boot) and for how it looks (dark, mid-toned, light; plain, striped, patterned; sleeveless, " +
        "short-sleeved, long-sleeved; narrow, wide; low, tall; flat, high-heeled).",
        Assert.ThrowsExactly<ArgumentException>(() => s_captions.Value.Read("velvet")).Message);

    [TestMethod]
    public void WordsOfANegationAreNotCalledUnknownToo()
    {
        Assert.IsEmpty(s_captions.Value.Read("anything but a bag").Unknown);
        CollectionAssert.AreEqual(new[] { "but", "anything" }, s_captions.Value.Read("a bag, but anything").Unknown.ToArray());
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
