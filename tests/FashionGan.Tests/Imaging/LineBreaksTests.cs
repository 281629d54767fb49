using FashionGanTf.Imaging;

namespace FashionGanTf.Tests.Imaging;

/// <summary>Texts in lines, with letters of width 1.</summary>
[TestClass]
public class LineBreaksTests
{
    [TestMethod]
    [DataRow("a dark dress", 8, "a dark|dress")]
    [DataRow("1.0@light-short-sleeved-t-shirt", 12, "1.0@light-|short-|sleeved-t-|shirt")]
    [DataRow("walk(7.3@bag,8.0,0.1429)", 10, "walk(7.3@|bag,8.0,|0.1429)")]
    [DataRow("abcdefghij", 4, "abcd|efgh|ij")]
    [DataRow("to abcdef-gh", 4, "to|abcd|ef-|gh")]
    [DataRow("", 4, "")]
    public void LongWordsBreakAfterAMarkIfTheyCan(string text, int room, string lines) =>
        Assert.AreEqual(lines, string.Join('|', LineBreaks.Of(text, room, some => some.Length)));
}
