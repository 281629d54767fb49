using System.Xml.Linq;
using UglyToad.PdfPig;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Board: groups, and contact sheets as PDF and SVG.</summary>
[TestClass]
public sealed class ContactSheetTests
{
    private static readonly XNamespace s_svg = "http://www.w3.org/2000/svg";

    [TestMethod]
    public async Task ABoardInGroupsIsAContactSheet()
    {
        await using var studio = await Studio.Start();
        await using var visit = await Visit.To(studio, "#/generate?seed=7&count=12");
        for (var i = 0; i < 5; i++)
            await visit.Page.EvaluateAsync($"document.querySelectorAll('#generate-pictures .heart')[{i}].click()");
        await visit.Find(".tabs a[data-view=board]").ClickAsync();
        await visit.Find("#board-pictures [role=option]").Nth(1).ClickAsync();
        await visit.Find("#group").FillAsync("Été <3");
        await visit.Find("#group").BlurAsync();
        await visit.Find("#note").FillAsync("with a collar");
        await visit.Find("#note").BlurAsync();
        await Expect(visit.Find("#board-pictures [role=option]").Nth(1)).ToContainTextAsync("Été <3: with a collar");

        var (name, svg) = await visit.Download(() => visit.Find("#board-svg").ClickAsync());
        Assert.AreEqual("Your_board.svg", name);
        var document = XDocument.Parse(System.Text.Encoding.UTF8.GetString(svg));
        Assert.HasCount(5, document.Descendants(s_svg + "image").ToArray());
        var texts = document.Descendants(s_svg + "text").Select(text => text.Value).ToArray();
        CollectionAssert.IsSubsetOf(new[] { "Your board", "Été <3", "with a collar", "7.4" }, texts);
        Assert.IsLessThan(Array.IndexOf(texts, "Été <3"), Array.IndexOf(texts, "7.4"), "those of no group come first");

        (name, var pdf) = await visit.Download(() => visit.Find("#board-pdf").ClickAsync());
        Assert.AreEqual("Your_board.pdf", name);
        using var file = PdfDocument.Open(pdf);
        var page = file.GetPage(1);
        Assert.AreEqual((1, 5), (file.NumberOfPages, page.GetImages().Count()));
        foreach (var words in new[] { "Your board", "Été <3", "with a collar", "7.4" })
            StringAssert.Contains(page.Text, words);

        (name, var png) = await visit.Download(() => visit.Find("#board-png").ClickAsync());
        Assert.AreEqual("Your_board.png", name);
        using var picture = SixLabors.ImageSharp.Image.Load<SixLabors.ImageSharp.PixelFormats.Rgba32>(png);
        Assert.IsGreaterThan(1100, picture.Width);
        Assert.AreEqual((255, 255, 255, 255), (picture[0, 0].R, picture[0, 0].G, picture[0, 0].B, picture[0, 0].A));
        var dark = 0;
        picture.ProcessPixelRows(rows =>
        {
            // Where a title of 22 points stands below a margin of 36.
            for (var y = 36 * rows.Width / 595; y < 66 * rows.Width / 595; y++)
                foreach (var pixel in rows.GetRowSpan(y))
                    dark += pixel.R < 128 ? 1 : 0;
        });
        Assert.IsGreaterThan(200, dark, "the board's name stands above");

        // Groups go with the board.
        (_, var exported) = await visit.Download(() => visit.Find("#export-board").ClickAsync());
        StringAssert.Contains(System.Text.Encoding.UTF8.GetString(exported), "\"group\": \"Été <3\"");
        await visit.Reload();
        await Expect(visit.Find("#board-pictures [role=option]").Nth(1)).ToContainTextAsync("Été <3");
    }

    [TestMethod]
    public async Task PicturesOfASeedInARowAreOneToo()
    {
        await using var studio = await Studio.Start();
        await using var visit = await Visit.To(studio, "#/generate?seed=7&count=12");
        for (var kept = 0; kept < 2; kept++)
        {
            await visit.Page.EvaluateAsync($"document.querySelectorAll('#generate-pictures .heart')[{kept}].click()");
            await visit.Find(".tabs a[data-view=board]").ClickAsync();
            var (_, svg) = await visit.Download(() => visit.Find("#board-svg").ClickAsync());
            var document = XDocument.Parse(System.Text.Encoding.UTF8.GetString(svg));
            Assert.HasCount(kept + 1, document.Descendants(s_svg + "image").ToArray());
            await visit.Find(".tabs a[data-view=generate]").ClickAsync();
        }
    }

    [TestMethod]
    public async Task TheBestOfASeedComeAsADataSetOfAll()
    {
        await using var studio = await Studio.Start(model: Support.Workplace.JudgedModel);
        await using var visit = await Visit.To(studio, "#/generate?seed=7&count=12&best=4");
        await visit.Find("#generate [data-take]").ClickAsync();
        await visit.Find("input[name=form][value=dataset]").CheckAsync();
        await Expect(visit.Find("#take-formats")).ToContainTextAsync("as they come, not the best only");
        await visit.Find("#take-count").FillAsync("20");
        await Expect(visit.Find("#command")).ToContainTextAsync("--seed 7 --count 20 --format idx");
        var (name, bytes) = await visit.Download(() => visit.Find("#take-go").ClickAsync());
        Assert.AreEqual(("generated-images-idx3-ubyte", 16 + 20 * 784), (name, bytes.Length));
    }
}
