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
        await Expect(visit.Find($"{Places}:nth-child(2)")).ToHaveAccessibleNameAsync("Picture 1 of seed 7, “light boot”");
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
    public async Task PluralsAreReadAndOneChipIsAWordAsItIsWritten()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&text=dark-dresses,+light+boots");
        await Expect(visit.Find("#text-chips .chip")).ToHaveTextAsync(["dark-dresses", "light", "boots"]);
        await Expect(visit.Find("#text-notes")).ToContainTextAsync("'dresses' is read as 'dress', 'boots' is read as 'boot'.");
        await visit.Find("#text-chips .chip").First.ClickAsync();
        await visit.RequirePixels($"{Places}:nth-child(2) canvas", Pixels("7.1@light-boot"), "without a chip");
        await visit.RequireAddress("without=dark-dresses$");
    }

    [TestMethod]
    public async Task ATextThatIsTooLongLeavesThePicturesAndIsTold()
    {
        var tooLong = string.Concat(Enumerable.Repeat("dark ", 33));
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&text=dark+dress");
        await visit.RequirePixels($"{Places}:nth-child(2) canvas", Pixels("7.1@dark-dress"), "what is typed first");
        await visit.Find("#text").FillAsync(tooLong);
        await Expect(visit.Find("#text-notes")).ToHaveTextAsync("A text has 32 words at most, this one 33.");
        await Expect(visit.Find($"{Places}:nth-child(2)")).ToHaveAccessibleNameAsync("Picture 1 of seed 7, “dark dress”");
        await visit.RequirePixels($"{Places}:nth-child(2) canvas", Pixels("7.1@dark-dress"), "the pictures before");
        await visit.Reload();
        await visit.RequirePixels($"{Places}:nth-child(2) canvas", Pixels("7.1@light-boot"), "none was before");
        await visit.Go($"#/walk?from=7.0@dark-dress&to=8.0@{tooLong.Trim().Replace(' ', '-')}");
        await Expect(visit.Find("#walk-error")).ToHaveTextAsync("A text has at most 32 words; this one has 33.");
    }

    [TestMethod]
    public async Task WhatCannotBeDrawnIsNotKeptAndTheOthersAreDrawn()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&text=dress");
        visit.MayBeRefused = true;
        await visit.Go("#/variations?of=more(7.0@dress,darker*1)");
        await Expect(visit.Find("#variations-error")).ToContainTextAsync("this model takes texts");
        await Expect(visit.Find("#keep")).ToBeDisabledAsync();
        var first = visit.Find("#variations-pictures [role=option]").First;
        await Expect(first).ToHaveClassAsync(new Regex("refused"));
        await first.FocusAsync();
        await first.PressAsync("f");
        await Expect(visit.Find("#toast")).ToHaveTextAsync("This picture could not be drawn, so it is not kept.");
        await Expect(visit.Find("#board-count")).ToHaveTextAsync("");

        await visit.Page.EvaluateAsync(
            "() => localStorage.setItem('fashion-gan.board', '[{\"recipe\":\"more(7.0@dress,darker*1)\"},{\"recipe\":\"7.0@dress\"}]')");
        await visit.Go("#/board");
        await visit.RequirePixels("#board-pictures [role=option]:nth-child(2) canvas", Pixels("7.0@dress"), "beside one that is refused");
        await Expect(visit.Find("#board-pictures [role=option]").First).ToHaveClassAsync(new Regex("refused"));
        await Expect(visit.Find("#board-pictures [role=option]").Last).Not.ToHaveClassAsync(new Regex("refused"));
    }

    [TestMethod]
    public async Task AModelWithoutWordsSaysSoAndKeepsTheText()
    {
        await using var studio = await Studio.Start(hasModel: false);
        var text = FashionGan.Pretrained("text").Draw([Recipe.Parse("7.1@dark-dress")])[0].Pixels;
        await using var visit = await Visit.To(studio, "#/generate?seed=7&count=4&text=dark+dress");
        await Expect(visit.Find("#text")).ToBeHiddenAsync();
        await Expect(visit.Find("#text-notes")).ToHaveTextAsync(
            "The model conditional knows no words, so “dark dress” is not drawn. Draw it with text");
        await visit.Find("#text-notes button").ClickAsync();
        await visit.RequireAddress("model=text$");
        await visit.RequirePixels($"{Places}:nth-child(2) canvas", text, "the model that knows words");
        await visit.Find("#model").SelectOptionAsync("dcgan");
        await Expect(visit.Find("#text-notes")).ToContainTextAsync("The model dcgan knows no words");
        await visit.RequireAddress("text=dark\\+dress");
        await visit.Find("#model").SelectOptionAsync("text");
        await Expect(visit.Find("#text")).ToHaveValueAsync("dark dress");
        await Expect(visit.Find("#text-notes")).ToHaveTextAsync("");
        await visit.RequirePixels($"{Places}:nth-child(2) canvas", text, "as before");
    }

    [TestMethod]
    public async Task TheEndsOfAWalkAreAskedForInWords()
    {
        await using var visit = await Visit.To(_studio, "#/walk?from=7.0@dress-boot&to=8.0&at=0.5");
        await Expect(visit.Find("[data-slot=from] textarea")).ToHaveValueAsync("dress boot");
        await Expect(visit.Find("[data-slot=from] .hint")).ToContainTextAsync("called both 'dress' and 'boot'");
        await visit.Find("[data-slot=to] textarea").FillAsync("light boots");
        await Expect(visit.Find("[data-slot=to] .hint")).ToHaveTextAsync("'boots' is read as 'boot'.");
        await visit.RequireAddress("to=8.0@light-boot");
        await visit.RequirePixels("#walk-picture", Pixels("walk(7.0@dress-boot,8.0@light-boot,0.5)"), "half of the way");
        await visit.Find("[data-slot=to] textarea").FillAsync("xyzzy");
        await Expect(visit.Find("[data-slot=to] .hint")).ToContainTextAsync("The model knows no word of the text: 'xyzzy'");
        await visit.RequireAddress("to=8.0@light-boot");
        await visit.Find("[data-slot=to] textarea").FillAsync("");
        await visit.RequireAddress("to=8.0&");
    }

    [TestMethod]
    public async Task ThePartsOfABlendAreAskedForInWords()
    {
        await using var visit = await Visit.To(_studio, "#/blend?part=7.0&weight=1&part=8.0@light-boot&weight=1");
        await Expect(visit.Find(".part:nth-child(2) textarea")).ToHaveValueAsync("light boot");
        await visit.Find(".part:nth-child(1) textarea").FillAsync("dark dress");
        await visit.RequireAddress("part=7.0@dark-dress&weight=1&part=8.0@light-boot");
        await visit.RequirePixels("#blend-picture", Pixels("blend(7.0@dark-dress*1,8.0@light-boot*1)"), "both");
        await visit.Find("#undo").ClickAsync();
        await Expect(visit.Find(".part:nth-child(1) textarea")).ToHaveValueAsync("");
    }

    /// <summary>A picture of no text is drawn of a caption of the training; its field says which.</summary>
    [TestMethod]
    public async Task AnEndOfAWalkWithoutATextSaysItsCaption()
    {
        await using var visit = await Visit.To(_studio, "#/walk?from=7.0&to=8.1");
        var captions = Support.Workplace.Vocabulary.Captions;
        foreach (var (end, number) in new[] { ("from", 0), ("to", 1) })
            await Expect(visit.Find($"[data-slot={end}] textarea")).ToHaveAttributeAsync("placeholder",
                $"in English, instead of: {captions[number]}");
        await visit.Find("[data-slot=to] textarea").FillAsync("dress");
        await Expect(visit.Find("[data-slot=to] textarea")).ToHaveAttributeAsync("placeholder", "in English");
    }

    [TestMethod]
    public async Task AModelWithoutWordsHasNoFields()
    {
        await using var studio = await Studio.Start(isConditional: true);
        await using var visit = await Visit.To(studio, "#/walk?from=7.0@bag&to=8.0");
        await Expect(visit.Find("[data-slot=to] textarea")).ToBeHiddenAsync();
        await visit.Go("#/generate?seed=7");
        await Expect(visit.Find("#text")).ToBeHiddenAsync();
        await Expect(visit.Find("#text-notes")).ToBeHiddenAsync();
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
        await Shoot("text");
        await visit.Go("#/walk?from=7.0@a-dark-sleeveless-dress-with-boot&to=8.0@light-boot");
        await Expect(visit.Find("[data-slot=from] .hint")).ToContainTextAsync("'boot'");
        Assert.IsTrue(await visit.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"));
        await Shoot("walk");

        async Task Shoot(string name)
        {
            if (Environment.GetEnvironmentVariable("STUDIO_SHOTS") is { Length: > 0 } folder)
                await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}.png") });
        }
    }

    private static byte[] Pixels(string recipe) => s_gan.Value.Draw([Recipe.Parse(recipe)])[0].Pixels;
}
