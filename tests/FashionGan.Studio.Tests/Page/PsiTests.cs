using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;
using FashionGanTf.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Truncation in w on the page: there for a model that has w, and for no other.</summary>
[TestClass]
public sealed class PsiTests
{
    private const string First = "#generate-pictures [role=option]:first-child canvas";

    [TestMethod]
    public async Task ASliderMovesPicturesInEveryRoom()
    {
        await using var studio = await Studio.Start(model: Workplace.StyleModel);
        await using var visit = await Visit.To(studio);
        await visit.Slide("#generate .psi input", 14);
        await visit.RequireAddress("psi=0.7");
        await Expect(visit.Find("#generate .psi output")).ToHaveTextAsync("0.70");
        await Expect(visit.Find("#recipe")).ToHaveTextAsync("3.0, psi 0.7");
        var gan = FashionGan.Load(Workplace.StyleModel);
        byte[] Drawn(string recipe, double? psi) => gan.Draw([Recipe.Parse(recipe)], new Manner(Psi: psi))[0].Pixels;
        CollectionAssert.AreNotEqual(Drawn("3.0", null), Drawn("3.0", 0.7));
        await visit.RequirePixels(First, Drawn("3.0", 0.7), "psi 0.7");
        await visit.Reload();
        await visit.RequirePixels(First, Drawn("3.0", 0.7), "psi 0.7, after a reload");

        await visit.Find("#generate [data-take]").ClickAsync();
        await visit.Find("#take input[value=one]").CheckAsync();
        await Expect(visit.Find("#command")).ToContainTextAsync("--psi 0.7");
        var line = (await visit.Find("#command").TextContentAsync())!;
        var (_, bytes) = await visit.Download(() => visit.Find("#take-go").ClickAsync());
        var folder = Workplace.Path("psi by command");
        CommandLine.Run(line, folder);
        CollectionAssert.AreEqual(bytes, await File.ReadAllBytesAsync(Path.Combine(folder, "pictures", "image_0000.png")));
        await visit.Find("#take-close").ClickAsync();

        await visit.Go("#/walk?from=7.0&to=8.0&at=0.5&psi=0.3");
        await visit.RequirePixels("#walk-picture", Drawn("walk(7.0,8.0,0.5)", 0.3), "half of the way");
        await visit.Slide("#walk .psi input", 20);
        await Expect(visit.Find("#walk .psi output")).ToHaveTextAsync("off");
        await visit.RequirePixels("#walk-picture", Drawn("walk(7.0,8.0,0.5)", null), "half of the way, as it is");
        Assert.IsFalse(visit.Address.Contains("psi", StringComparison.Ordinal), visit.Address);
    }

    /// <summary>Truncation of the noise makes no tamer pictures where there is w; what an address says of it can be taken back.</summary>
    [TestMethod]
    public async Task AModelWithWHasNoOtherTruncation()
    {
        await using var studio = await Studio.Start(model: Workplace.StyleModel);
        await using var visit = await Visit.To(studio);
        await Expect(visit.Find("#generate .psi input")).ToBeVisibleAsync();
        await Expect(visit.Find("#generate .truncation")).ToBeHiddenAsync();
        await visit.Go("#/generate?seed=7&count=12&truncation=0.5");
        await Expect(visit.Find("#generate .truncation output")).ToHaveTextAsync("0.50, much alike");
        await visit.Slide("#generate .truncation input", 41);
        await Expect(visit.Find("#generate .truncation")).ToBeHiddenAsync();
        Assert.IsFalse(visit.Address.Contains("truncation", StringComparison.Ordinal), visit.Address);
    }

    [TestMethod]
    public async Task AModelWithoutWHasNoSliderAndDrawsAnAddressWithPsiAsItIs()
    {
        await using var studio = await Studio.Start();
        await using var visit = await Visit.To(studio, "#/generate?seed=7&count=12&psi=0.5");
        await visit.RequirePixels(First, Pictures.OfSeed(7, 0, 1)[0].Pixels, "without psi");
        await Expect(visit.Find("#generate .truncation input")).ToBeVisibleAsync();
        await Expect(visit.Find("#generate .psi")).ToBeHiddenAsync();
        await Expect(visit.Find("#recipe")).ToHaveTextAsync("7.0");
    }

    [TestMethod]
    public async Task AMixIsDrawnWhereRecipesAreTypedAndRefusedInWordsWhereThereAreNoStyles()
    {
        const string walk = "#/walk?from=mix(7.0,8.0,3)&to=8.0&at=0.5";
        await using var studio = await Studio.Start(model: Workplace.StyleModel);
        await using var visit = await Visit.To(studio, walk);
        var gan = FashionGan.Load(Workplace.StyleModel);
        await visit.RequirePixels(
            "#walk-picture", gan.Draw([Recipe.Parse("walk(mix(7.0,8.0,3),8.0,0.5)")])[0].Pixels, "half of the way from a mix");

        await using var plain = await Studio.Start();
        await using var other = await Visit.To(plain, walk);
        await Expect(other.Find("#walk-error")).ToContainTextAsync("The model has no styles to mix.");
    }
}
