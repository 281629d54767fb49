using FashionGanTf.Generation.ContactSheets;
using FashionGanTf.Imaging;
using PdfSharp.Fonts;
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
        using var file = PdfDocument.Open(PdfContactSheet.Encode("", entries, 4));
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
        Assert.HasCount(1, ContactSheet.Of("", entries, 4, isEndless: true).Pages);
    }

    /// <summary>A line of Latin letters with marks, Greek, Cyrillic, Armenian, Georgian and of ASCII.</summary>
    private static readonly string[] s_scripts =
    [
        "Été à Łódź, żółty ğ ř ő ß ø þ", "Καλοκαίρι ήπιο", "Лето їжак ђ ў", "Ամառ", "ზაფხული",
        string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c)),
    ];

    [TestMethod]
    public void AllScriptsOfEuropeStandInBoth()
    {
        SheetEntry[] entries = [.. s_scripts.Select((text, i) => new SheetEntry(new Bitmap(28, 28), $"7.{i}", text, text))];
        var pdf = PdfContactSheet.Encode(s_scripts[0], entries, 1);
        using var file = PdfDocument.Open(pdf);
        var text = Letters(file);
        foreach (var script in s_scripts)
            Assert.IsGreaterThan(1, text.Split(script.Replace(" ", "")).Length - 1, script);
        Assert.IsLessThan(200_000, pdf.Length, "it has those letters of its font that it needs");
        var svg = System.Text.Encoding.UTF8.GetString(SvgContactSheet.Encode(s_scripts[0], entries, 1));
        foreach (var script in s_scripts[..5])
            StringAssert.Contains(svg, script);
        var strange = System.Text.Encoding.UTF8.GetString(SvgContactSheet.Encode("", [entries[0] with { Note = "a\u0007b" }], 1));
        StringAssert.Contains(strange, "a b");
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(4)]
    [DataRow(12)]
    public void NothingIsCutOffAndNothingLiesOverSomethingElse(int columns)
    {
        var note = string.Join(' ', Enumerable.Range(0, 40).Select(i => $"word{i}"));
        var recipe = $"vary(7.3{string.Concat(Enumerable.Range(0, 300).Select(i => $",{i}.{i}*0.4"))})";
        SheetEntry[] entries =
        [
            new(new Bitmap(28, 28), "7.3", note, note), new(new Bitmap(28, 28), recipe, note, note),
            new(new Bitmap(28, 28), "7.4", "", note),
            new(new Bitmap(28, 28), "7.5", note, "other"),
        ];
        using var file = PdfDocument.Open(PdfContactSheet.Encode("A board", entries, columns));
        var text = Letters(file);
        foreach (var whole in new[] { note, "7.3", "7.4", "7.5", "other" })
            StringAssert.Contains(text, whole.Replace(" ", ""));
        foreach (var isEndless in new[] { false, true })
        {
            var sheet = ContactSheet.Of("A board", entries, columns, isEndless);
            var lines = sheet.Pages.SelectMany(page => page.Lines).ToArray();
            Assert.AreEqual(lines.Sum(line => line.Text.Count(c => c != ' ')), text.Length, "each line is written");
            // Beside others, so that their lines may stand between its own.
            Assert.IsTrue(lines.GroupBy(line => line.X).Any(column => string.Concat(column.Select(line => line.Text)).Contains(recipe)));
            foreach (var page in sheet.Pages)
                foreach (var line in page.Lines)
                {
                    Assert.IsTrue(line.Y > 36 && line.Y < page.Height - 36 + 0.1, $"{line} on a page of {page.Height}");
                    Assert.IsFalse(page.Pictures.Any(picture => line.X >= picture.X - 1 && line.X < picture.X + picture.Width
                        && line.Y > picture.Y + 1 && line.Y - line.Size * 0.7 < picture.Y + picture.Height), $"{line} lies over a picture");
                    Assert.HasCount(1, page.Lines.Where(other => other.X == line.X && Math.Abs(other.Y - line.Y) < line.Size * 0.9));
                }
        }
    }

    /// <summary>A document's letters, page after page, without blanks.</summary>
    private static string Letters(PdfDocument file) => string.Concat(Enumerable.Range(1, file.NumberOfPages)
        .SelectMany(number => file.GetPage(number).Letters).Select(letter => letter.Value)).Replace(" ", "");

    [TestMethod]
    public void PicturesOfNoGroupStandAboveAllHeadings()
    {
        SheetEntry Entry(int number, string group) => new(new Bitmap(28, 28), $"7.{number}", "", group);
        using var file = PdfDocument.Open(PdfContactSheet.Encode("", [Entry(0, "Autumn"), Entry(1, ""), Entry(2, "Winter")], 4));
        var text = Letters(file);
        string[] order = ["7.1", "Autumn", "7.0", "Winter", "7.2"];
        CollectionAssert.AreEqual(order, order.OrderBy(word => text.IndexOf(word, StringComparison.Ordinal)).ToArray(), text);
    }

    /// <summary>A program that uses this one as a library may draw PDFs with letters of its own.</summary>
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void AHostsOwnLettersStayItsOwn(bool knowsOurs)
    {
        SheetEntry[] entries = [new(new Bitmap(28, 28), "7.0", "", "")];
        GlobalFontSettings.ResetFontManagement();
        try
        {
            var host = new HostLetters(knowsOurs);
            GlobalFontSettings.FontResolver = host;
            using var file = PdfDocument.Open(PdfContactSheet.Encode("Summer", entries, 4));
            StringAssert.Contains(Letters(file), "Summer");
            Assert.AreSame(host, GlobalFontSettings.FontResolver);
            Assert.AreEqual(knowsOurs, host.WasRead);
        }
        finally
        {
            GlobalFontSettings.ResetFontManagement();
        }

        Assert.IsNull(GlobalFontSettings.FontResolver);
        PdfContactSheet.Encode("Summer", entries, 4);
        Assert.IsNotNull(GlobalFontSettings.FontResolver, "without a host's the program's own");
    }

    private sealed class HostLetters(bool knowsAll) : IFontResolver
    {
        internal bool WasRead { get; private set; }

        public FontResolverInfo? ResolveTypeface(string familyName, bool isBold, bool isItalic) => knowsAll ? new("Host") : null;

        public byte[]? GetFont(string faceName)
        {
            WasRead = true;
            using var stream = typeof(PdfContactSheet).Assembly
                .GetManifestResourceStream("FashionGanTf.Generation.ContactSheets.DejaVuSansCondensed.ttf")!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
