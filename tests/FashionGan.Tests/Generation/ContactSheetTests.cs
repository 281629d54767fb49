using FashionGanTf.Generation.ContactSheets;
using FashionGanTf.Imaging;
using UglyToad.PdfPig;

namespace FashionGanTf.Tests.Generation;

/// <summary>Contact sheets: pages, groups and what has no room.</summary>
[TestClass]
public class ContactSheetTests
{
    [TestMethod]
    public void RowsGoOnOnTheNextPageAndGroupsStandTogether()
    {
        var entries = Enumerable.Range(0, 50).Select(i => new SheetEntry(new Bitmap(28, 28), $"7.{i}", "", i % 2 == 0 ? "even" : "odd"))
            .ToArray();
        using var file = PdfDocument.Open(PdfContactSheet.Encode(entries, 4));
        var pages = Enumerable.Range(1, file.NumberOfPages).Select(file.GetPage).ToArray();
        Assert.IsGreaterThan(1, pages.Length);
        Assert.AreEqual(50, pages.Sum(page => page.GetImages().Count()));
        Assert.AreEqual((595, 842), ((int)pages[0].Width, (int)pages[0].Height));
        foreach (var page in pages)
            foreach (var image in page.GetImages())
                Assert.IsTrue(image.BoundingBox is { Bottom: > 36, Left: > 35, Right: < 560, Top: < 807 }, $"{image.BoundingBox}");
        var text = string.Concat(pages.Select(page => page.Text + " "));
        Assert.IsLessThan(text.IndexOf("odd", StringComparison.Ordinal), text.IndexOf("7.48", StringComparison.Ordinal),
            "all of a group before the next one");
        Assert.HasCount(1, ContactSheet.Of(entries, 4, isEndless: true).Pages);
    }

    [TestMethod]
    public void WhatHasNoRoomIsCutAndWhatHasNoLetterIsAQuestionMark()
    {
        SheetEntry[] entries = [new(new Bitmap(28, 28), "7.3", new string('x', 500), "\u6F22\u0007 \u00C9t\u00E9")];
        using var file = PdfDocument.Open(PdfContactSheet.Encode(entries, 4));
        StringAssert.Contains(file.GetPage(1).Text, "?? ?t?");
        var ascii = string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c));
        using var all = PdfDocument.Open(PdfContactSheet.Encode([new(new Bitmap(28, 28), "7.3", "", ascii[..48]), new(new Bitmap(28, 28),
            "7.4", "", ascii[48..])], 4));
        StringAssert.Contains(all.GetPage(1).Text, "#$%&");
        StringAssert.Contains(file.GetPage(1).Text, "xxx...");
        StringAssert.Contains(System.Text.Encoding.UTF8.GetString(SvgContactSheet.Encode(entries, 4)), "\u6F22 \u00C9t\u00E9");
    }
}
