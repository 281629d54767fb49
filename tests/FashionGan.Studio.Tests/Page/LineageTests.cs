using FashionGanTf.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Lines of variations: what is liked becomes the next centre, without end, and the way back stays open.</summary>
[TestClass]
public sealed class LineageTests : IAsyncDisposable
{
    private const string Variations = "#variations-pictures [role=option]";
    private const string Line = "#line-pictures [role=option]";
    private Studio _studio = null!;

    public TestContext TestContext { get; set; } = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start();

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    public async Task AVariationBecomesTheCentreAndUndoLeadsBack()
    {
        await using var visit = await Visit.To(_studio, "#/variations?of=7.0&seed=4&distance=0.5");
        await Expect(visit.Find("#line")).ToBeHiddenAsync();
        await visit.Find($"{Variations}:nth-child(3)").DblClickAsync();
        await Expect(visit.Find("[data-slot=of] input")).ToHaveValueAsync("vary(7.0,4.1*0.5)");
        await visit.RequirePixels($"{Variations}:first-child canvas", await Raw("walk(7.0,4.1,0.5)"), "the new centre");
        await visit.RequirePixels($"{Variations}:nth-child(2) canvas", await Raw("walk(walk(7.0,4.1,0.5),5.0,0.5)"), "towards others");
        await visit.Page.Keyboard.PressAsync("Control+z");
        await Expect(visit.Find("[data-slot=of] input")).ToHaveValueAsync("7.0");
        await visit.Find("#redo").ClickAsync();
        await Expect(visit.Find("[data-slot=of] input")).ToHaveValueAsync("vary(7.0,4.1*0.5)");
        await visit.Find("#undo").ClickAsync();
        await visit.RequirePixels($"{Variations}:first-child canvas", await Raw("7.0"), "the old centre");
    }

    [TestMethod]
    public async Task ALineOfAHundredStepsIsWalkedBlendedSharedAndTakenAway()
    {
        await using var visit = await Visit.To(_studio, "#/variations?of=7.0&seed=4&distance=0.3");
        for (var step = 0; step < 100; step++)
        {
            await visit.Find($"{Variations}:nth-child({2 + step % 23})").ClickAsync();
            await visit.Find("#vary").ClickAsync();
            await visit.RequireAddress($@"vary\(.*,{4 + step}\.{step % 23}\*0\.3\)&seed={5 + step}&");
        }

        await Expect(visit.Find("#variations-error")).ToHaveTextAsync("");
        await Expect(visit.Find("#picture-name")).ToHaveTextAsync("Step 100 from picture 0 of seed 7");
        await Expect(visit.Find("#line-title")).ToHaveTextAsync("How it came to this: 100 steps");
        var recipe = (await visit.Find("#recipe").TextContentAsync())!;
        var pixels = Pictures.Of(null, recipe)[0].Pixels;
        await visit.RequirePixels($"{Variations}:first-child canvas", pixels, "the hundredth centre");

        await visit.Reload();
        await visit.RequirePixels("#portrait", pixels, "after a reload");
        for (var step = 0; step < 99; step++)
            await visit.Page.Keyboard.PressAsync("Control+z");
        await Expect(visit.Find("[data-slot=of] input")).ToHaveValueAsync("vary(7.0,4.0*0.3)");
        await visit.Page.GoBackAsync();
        await Expect(visit.Find("[data-slot=of] input")).ToHaveValueAsync("vary(7.0,4.0*0.3,5.1*0.3)");

        await visit.Go($"#/variations?of={recipe}");
        await visit.Find("#walk-from").ClickAsync();
        await visit.Slide("#at", 0.5);
        await visit.RequirePixels("#walk-picture", await Raw($"walk({recipe},248.9,0.5)"), "a walk from there");
        await visit.Find("#to-blend").ClickAsync();
        await Expect(visit.Find("#blend-error")).ToHaveTextAsync("");
        await visit.RequirePixels("#blend-picture", await Raw($"blend(248.4*1,248.9*1,walk({recipe},248.9,0.5)*1)"), "a blend with it");

        await visit.Go($"#/variations?of={recipe}");
        await visit.Find("#variations [data-take]").ClickAsync();
        await visit.Find("#take input[value=one]").CheckAsync();
        var (_, png) = await visit.Download(() => visit.Find("#take-go").ClickAsync());
        var folder = Workplace.Path($"line-{Guid.NewGuid():N}");
        CommandLine.Run((await visit.Find("#command").TextContentAsync())!, folder);
        CollectionAssert.AreEqual(
            png, await File.ReadAllBytesAsync(Path.Combine(folder, "pictures", "image_0000.png"), TestContext.CancellationToken));
    }

    [TestMethod]
    public async Task TheLineShowsItsAncestorsAndOneBranchesFromThem()
    {
        await using var visit = await Visit.To(_studio, "#/variations?of=vary(7.0,4.1*0.5,5.2*0.3,6.3*0.2)&seed=9&distance=0.4");
        await Expect(visit.Find(Line)).ToHaveCountAsync(4);
        await visit.RequirePixels($"{Line}:nth-child(1) canvas", await Raw("7.0"), "where it began");
        await visit.RequirePixels($"{Line}:nth-child(3) canvas", await Raw("walk(walk(7.0,4.1,0.5),5.2,0.3)"), "the second step");
        await Expect(visit.Find($"{Line}:nth-child(4)")).ToHaveAccessibleNameAsync("Step 3, the centre");
        await Expect(visit.Find($"{Line}:nth-child(4)")).ToHaveAttributeAsync("aria-selected", "true");
        await visit.Find($"{Line}:nth-child(2)").ClickAsync();
        await Expect(visit.Find("#recipe")).ToHaveTextAsync("vary(7.0,4.1*0.5)");
        await visit.Find("#vary").ClickAsync();
        await Expect(visit.Find("[data-slot=of] input")).ToHaveValueAsync("vary(7.0,4.1*0.5)");
        await Expect(visit.Find(Line)).ToHaveCountAsync(2);
        await visit.RequirePixels($"{Variations}:nth-child(2) canvas", await Raw("vary(7.0,4.1*0.5,10.0*0.4)"), "a branch");
        await visit.Page.Keyboard.PressAsync("Control+z");
        await Expect(visit.Find(Line)).ToHaveCountAsync(4);
    }

    [TestMethod]
    public async Task AStepThatCannotBeTakenIsSaidWhereverOneIs()
    {
        var deep = "7.0";
        for (var depth = 0; depth < 8; depth++)
            deep = $"walk({deep},8.{depth},0.5)";
        await using var visit = await Visit.To(_studio, $"#/walk?from={deep}&to=7.1&at=0.5");
        await Expect(visit.Find("#walk-error")).ToContainTextAsync("8 is the most");
        await Expect(visit.Find("#inspector")).ToBeHiddenAsync();
        await visit.Go($"#/walk?from={deep[5..deep.IndexOf(",8.7", StringComparison.Ordinal)]}&to=7.1&at=0.5");
        await visit.Find("#vary").ClickAsync();
        await Expect(visit.Find("#toast")).ToContainTextAsync("8 is the most");
    }

    [TestMethod]
    public async Task StepsThatTheBrowserHasNoRoomForGiveWayToNewOnes()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Page.EvaluateAsync("sessionStorage.setItem('other', 'x'.repeat(5 * 1024 * 1024 - 2000))");
        for (var roll = 0; roll < 40; roll++)
            await visit.Find("#roll").ClickAsync();
        await Expect(visit.Find("#undo")).ToBeEnabledAsync();
        var seed = await visit.Find("#seed").InputValueAsync();
        await visit.Find("#undo").ClickAsync();
        await Expect(visit.Find("#seed")).Not.ToHaveValueAsync(seed);
    }

    [TestMethod]
    public async Task OfAStyleGanTheShapeOrTheDetailsAreLocked()
    {
        await using var studio = await Studio.Start(model: Workplace.StyleModel);
        await using var visit = await Visit.To(studio, "#/variations?of=7.0&seed=4&distance=0.5");
        await visit.Find("#vary-rows").SelectOptionAsync("the details only");
        await visit.RequireAddress("rows=4-6");
        await visit.RequirePixels($"{Variations}:nth-child(3) canvas",
            await studio.Get("api/generate?picture=mix(7.0,walk(7.0,4.1,0.5),3)&format=raw"), "the coarse rows stay");
        await visit.Find($"{Variations}:nth-child(3)").DblClickAsync();
        await Expect(visit.Find("[data-slot=of] input")).ToHaveValueAsync("vary(7.0,4.1*0.5*4-6)");
        await visit.Find("#vary-rows").SelectOptionAsync("the shape only");
        await visit.RequirePixels($"{Variations}:nth-child(2) canvas",
            await studio.Get("api/generate?picture=vary(7.0,4.1*0.5*4-6,5.0*0.5*1-3)&format=raw"), "then the fine ones");
        await using var plain = await Visit.To(_studio, "#/variations");
        await Expect(plain.Find("#vary-rows")).ToBeHiddenAsync();
    }

    private Task<byte[]> Raw(string recipe) => _studio.Get($"api/generate?picture={recipe}&format=raw");
}
