using System.Text.RegularExpressions;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;
using FashionGanTf.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>A model that takes texts: the field, suggestions while it is typed in, chips of the words that were understood.</summary>
[TestClass]
public sealed class TextTests : IAsyncDisposable
{
    private const string Places = "#generate-pictures [role=option]";
    private static readonly Lazy<FashionGan> s_gan = new(() => FashionGan.Load(Workplace.TextModel));
    private Studio _studio = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start(model: Workplace.TextModel);

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    public async Task WhatIsTypedIsDrawn()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7");
        await Expect(visit.Find("#chips")).ToBeHiddenAsync();
        await visit.RequirePixels($"{Places}:nth-child(2) canvas", Pixels("7.1@light-boot"), "captions take turns");
        await visit.Find("#text").FillAsync("A dark dress");
        await visit.RequireAddress("text=A\\+dark\\+dress$");
        await visit.RequirePixels($"{Places}:nth-child(2) canvas", Pixels("7.1@a-dark-dress"), "what is typed");
        await Expect(visit.Find($"{Places}:nth-child(2)")).ToHaveAccessibleNameAsync("Picture 1 of seed 7, “a dark dress”");
        await Expect(visit.Find("#text-chips .chip")).ToHaveTextAsync(["a", "dark", "dress"]);
        await Expect(visit.Find("#text-notes")).ToHaveTextAsync("");

        await visit.Find("#text-chips .chip").Filter(new() { HasText = "dark" }).ClickAsync();
        await visit.RequireAddress("without=dark$");
        await visit.RequirePixels($"{Places}:nth-child(2) canvas", Pixels("7.1@a-dress"), "without a word");
        await Expect(visit.Find("#text-chips .chip").Nth(1)).ToHaveAttributeAsync("aria-pressed", "false");
        await visit.Reload();
        await Expect(visit.Find("#text")).ToHaveValueAsync("A dark dress");
        await visit.RequirePixels($"{Places}:nth-child(2) canvas", Pixels("7.1@a-dress"), "after a reload");
        await visit.Find("#undo").ClickAsync();
    }

    [TestMethod]
    public async Task TheBestOfSomeAreDrawnByTheText()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=4&best=2&text=dark+boot");
        await Expect(visit.Find(Places)).ToHaveCountAsync(4);
        await Expect(visit.Find($"{Places}:nth-child(1)")).ToHaveAccessibleNameAsync(new Regex("“dark boot”"));
    }

    [TestMethod]
    public async Task UnknownWordsAndContradictionsAreSaid()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7");
        await visit.Find("#text").FillAsync("dark sleevless boot dress");
        await Expect(visit.Find("#text-chips .chip")).ToHaveTextAsync(["dark", "boot", "dress"]);
        await Expect(visit.Find("#text-notes")).ToHaveTextAsync(
            "The model does not know 'sleevless' (near: sleeveless, sleeves); it is left out. No picture that the model learned from was " +
            "called both 'boot' and 'dress'; it draws something between.");
        await visit.Find("#text-chips .chip").Filter(new() { HasText = "boot" }).ClickAsync();
        await Expect(visit.Find("#text-notes")).Not.ToContainTextAsync("draws something between");
        await visit.Find("#text").FillAsync("xyzzy");
        await Expect(visit.Find("#text-chips")).ToBeHiddenAsync();
        await Expect(visit.Find("#text-notes")).ToContainTextAsync("The model knows no word of the text: 'xyzzy'");
    }

    [TestMethod]
    public async Task WordsAreSuggestedWhileTheyAreTyped()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7");
        await visit.Find("#text").FillAsync("dark sle");
        var values = await visit.Find("#text-words option").EvaluateAllAsync<string[]>("all => all.map(one => one.value)");
        CollectionAssert.AreEqual(new[] { "dark sleeveless", "dark sleeves" }, values);
    }

    [TestMethod]
    public async Task AWalkLeadsFromOneTextToAnother()
    {
        await using var visit = await Visit.To(_studio, "#/walk?from=7.0@dark-dress&to=8.0@light-boot&at=0.5");
        await visit.RequirePixels("#walk-picture", Pixels("walk(7.0@dark-dress,8.0@light-boot,0.5)"), "half of the way");
        await visit.Find("[data-slot=to] input").FillAsync("8.0@xyzzy");
        await Expect(visit.Find("#walk-error")).ToContainTextAsync("The model knows no word of “xyzzy”.");
    }

    [TestMethod]
    public async Task AModelWithoutWordsHasNoField()
    {
        await using var studio = await Studio.Start();
        await using var visit = await Visit.To(studio, "#/generate?seed=7&text=dress");
        await Expect(visit.Find("#text")).ToBeHiddenAsync();
        await Expect(visit.Find("#text-notes")).ToBeHiddenAsync();
        Assert.IsFalse(await visit.Page.EvaluateAsync<bool>("() => location.hash.includes('text=')"));
    }

    [TestMethod]
    [DataRow(360, 740)]
    [DataRow(1440, 900)]
    public async Task NothingIsWiderThanTheWindow(int width, int height)
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&text=a+dark+sleeveless+drss+with+long+sleeves", width, height);
        await Expect(visit.Find("#text-chips .chip")).ToHaveCountAsync(5);
        await Expect(visit.Find("#text-notes")).ToContainTextAsync("'drss'");
        Assert.IsTrue(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        if (Environment.GetEnvironmentVariable("STUDIO_SHOTS") is { Length: > 0 } folder)
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"text-{width}.png") });
    }

    private static byte[] Pixels(string recipe) => s_gan.Value.Draw([Recipe.Parse(recipe)])[0].Pixels;
}
