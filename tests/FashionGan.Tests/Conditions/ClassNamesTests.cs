using FashionGanTf.Conditions;

namespace FashionGanTf.Tests.Conditions;

/// <summary>Classes are found by what people write, and what is not found says what there is.</summary>
[TestClass]
public class ClassNamesTests
{
    [TestMethod]
    public void ANameAsRecipesWriteItIsFoundAgain()
    {
        var names = new ClassNames(ClassNames.FashionMnist.Append("Schuhe, 42½ (links)").Append("衣服").Append("7 \"inch\" * heel"));
        CollectionAssert.AreEqual(
            new[] { "t-shirt", "ankle-boot", "schuhe-42-links", "衣服", "7-inch-heel" },
            new[] { 0, 9, 10, 11, 12 }.Select(label => ClassNames.Written(names[label])).ToArray());
        Assert.AreEqual("t-shirt/top", ClassNames.Written("T-shirt/top"));
        for (var label = 0; label < names.Count; label++)
            Assert.AreEqual(label, names.Find(ClassNames.Written(names[label])), names[label]);
        Assert.ThrowsExactly<ArgumentException>(() => ClassNames.Written("?!"));
    }

    [TestMethod]
    [DataRow("sneaker", 7)]
    [DataRow("Sneakers", 7)]
    [DataRow(" SNEAKER ", 7)]
    [DataRow("7", 7)]
    [DataRow("t-shirt", 0)]
    [DataRow("T-shirt/top", 0)]
    [DataRow("tshirt", 0)]
    [DataRow("T Shirts", 0)]
    [DataRow("shirt", 6, DisplayName = "a whole name goes before a part of one")]
    [DataRow("Trouser", 1)]
    [DataRow("trousers", 1)]
    [DataRow("dress", 3)]
    [DataRow("Dresses", -1, DisplayName = "a plural with es")]
    [DataRow("ankle boot", 9)]
    [DataRow("Ankle-Boot", 9)]
    [DataRow("ankle_boots", 9)]
    [DataRow("boot", 9)]
    [DataRow("bag", 8)]
    public void ANameIsForgiving(string text, int label)
    {
        if (label >= 0)
            Assert.AreEqual(label, ClassNames.FashionMnist.Find(text));
        else
            Assert.ThrowsExactly<ArgumentException>(() => ClassNames.FashionMnist.Find(text));
    }

    [TestMethod]
    [DataRow("sneeker")]
    [DataRow("10")]
    [DataRow("-1")]
    [DataRow("")]
    [DataRow("/")]
    [DataRow("er", DisplayName = "part of several")]
    [DataRow("a\nb")]
    public void WhatIsNotThereSaysWhatIs(string text)
    {
        var message = Assert.ThrowsExactly<ArgumentException>(() => ClassNames.FashionMnist.Find(text)).Message;
        StringAssert.EndsWith(message, "'; there are 0 T-shirt, 1 trouser, 2 pullover, 3 dress, 4 coat, 5 sandal, 6 shirt, 7 sneaker, " +
            "8 bag, 9 ankle boot.");
        Assert.DoesNotContain('\n', message);
    }

    [TestMethod]
    public void AModelWithoutClassesSaysSo() => StringAssert.StartsWith(
        Assert.ThrowsExactly<ArgumentException>(() => ClassNames.None.Find("bag")).Message, "The model has no classes");

    [TestMethod]
    [DataRow("", "a", DisplayName = "empty")]
    [DataRow("a\tb", "c", DisplayName = "no line of text")]
    [DataRow("T-shirt", "t shirts", DisplayName = "two that cannot be told apart")]
    public void NamesThatCannotBeAreRefused(string first, string second) =>
        Assert.ThrowsExactly<ArgumentException>(() => new ClassNames(first, second));

    [TestMethod]
    public void ClassesThatNobodyNamedAreNumbered()
    {
        Assert.AreEqual(11, ClassNames.Numbered(12).Find("class 11"));
        Assert.AreEqual(1, ClassNames.Numbered(12).Find("1"));
    }
}
