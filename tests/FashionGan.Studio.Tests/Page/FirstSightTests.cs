using System.Text.RegularExpressions;
using FashionGanTf.Generation;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>What somebody sees first, with the models that ship: pictures that their discriminators found good.</summary>
[TestClass]
public sealed class FirstSightTests : IAsyncDisposable
{
    private const string Places = "#generate-pictures [role=option]";
    private Studio _studio = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start(hasModel: false);

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    public async Task ThePageOpensOnTheBestOfFour()
    {
        await using var visit = await Visit.To(_studio);
        var gan = FashionGan.Pretrained();
        var best = BestOf.Draw(gan, SeedRecipe.Range(3, 0, 24), 4, Manner.Plain).ToArray();
        await Expect(visit.Find(Places)).ToHaveCountAsync(24);
        foreach (var number in new[] { 0, 11, 23 })
            await visit.RequirePixels($"{Places}:nth-child({number + 1}) canvas", best[number].Picture.Pixels, $"picture {number}");
        await Expect(visit.Find("#recipe")).ToHaveTextAsync(best[0].Recipe.ToString());
        await visit.Find("#more").ClickAsync();
        var next = BestOf.Draw(gan, SeedRecipe.Range(3, 24, 1), 4, Manner.Plain).Single();
        await visit.RequirePixels($"{Places}:first-child canvas", next.Picture.Pixels, "the first of the next page");
        await visit.Find("#best").SelectOptionAsync("as they come");
        await visit.RequirePixels($"{Places}:first-child canvas", gan.Generate(1, 3, 24)[0].Pixels, "as it comes");
        await visit.Page.Keyboard.PressAsync("Control+z");
        await visit.RequirePixels($"{Places}:first-child canvas", next.Picture.Pixels, "after undo");
    }

    /// <summary>The page has the answers to what it asks first within it, so nothing else is asked for until all is seen.</summary>
    [TestMethod]
    [DataRow(false, false)]
    [DataRow(true, false)]
    [DataRow(false, true)]
    public async Task TheFirstPicturesComeWithThePage(bool isJudged, bool isConditional)
    {
        await using var studio = isJudged ? await Studio.Start(model: Support.Workplace.JudgedModel)
            : await Studio.Start(isConditional: isConditional);
        await WaitForPictures(studio);
        await using var visit = await Visit.To(studio, "#/board");
        var asked = new List<string>();
        visit.Page.Request += (_, request) => asked.Add(new Uri(request.Url).PathAndQuery);
        await visit.Go("");
        var shown = await visit.Pixels($"{Places}:nth-child(24) canvas");
        if (isConditional)
            await visit.Pixels("#every-class-pictures [role=option]:last-child canvas");
        CollectionAssert.AreEqual(new[] { "/" }, asked.Where(path => path is not ("blank" or "/favicon.svg")).ToArray());
        var recipe = await visit.Find($"{Places}:nth-child(24)").GetAttributeAsync("aria-label");
        StringAssert.StartsWith(recipe, isJudged ? "Picture 9" : "Picture 23 of seed 3");
        await visit.Find("#more").ClickAsync();
        await visit.Find("#earlier").ClickAsync();
        await visit.Reload();
        CollectionAssert.AreEqual(shown, await visit.Pixels($"{Places}:nth-child(24) canvas"));
    }

    /// <summary>They are pictures of the page itself, which a browser paints before any script.</summary>
    [TestMethod]
    public async Task TheFirstPicturesAreSeenWithoutJavaScript()
    {
        await WaitForPictures(_studio);
        var browser = await Chromium.Browser;
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync(_studio.Address.AbsoluteUri);
        await Expect(page.Locator($"{Places} img")).ToHaveCountAsync(24);
        await Expect(page.Locator($"{Places}:nth-child(24) img")).ToBeVisibleAsync();
        await Expect(page.Locator("noscript p")).ToBeVisibleAsync();
        await Expect(page.Locator("#coming")).ToBeHiddenAsync();
        var best = BestOf.Draw(FashionGan.Pretrained(), SeedRecipe.Range(3, 0, 24), 4, Manner.Plain).ToArray();
        foreach (var number in new[] { 0, 8, 23 })
        {
            var place = page.Locator($"{Places}:nth-child({number + 1}) img");
            var png = Convert.FromBase64String((await place.GetAttributeAsync("src"))!.Split(',')[1]);
            CollectionAssert.AreEqual(best[number].Picture.Pixels, Support.Pictures.Read(png).Pixels, $"picture {number}");
            var recipe = (SeedRecipe)best[number].Recipe;
            StringAssert.StartsWith(await place.GetAttributeAsync("alt"), $"Picture {recipe.Number} of seed 3, ");
        }

        Assert.AreEqual("bag", (await page.Locator($"{Places}:nth-child(9) img").GetAttributeAsync("alt"))!.Split(", ")[1]);
    }

    /// <summary>The script takes over the pictures that came with the page: none moves, and in no frame is one missing.</summary>
    [TestMethod]
    [DataRow(360, 740, 1)]
    [DataRow(390, 844, 3)]
    [DataRow(768, 1024, 2)]
    [DataRow(1440, 900, 1)]
    [DataRow(2560, 1440, 1)]
    public async Task TheScriptLeavesTheFirstPicturesWhereTheyAre(int width, int height, int density)
    {
        await WaitForPictures(_studio);
        await using var context = await (await Chromium.Browser).NewContextAsync(new BrowserNewContextOptions
            { ViewportSize = new ViewportSize { Width = width, Height = height }, DeviceScaleFactor = density });
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync(
            """
            window.shift = 0;
            new PerformanceObserver(list => { for (const { value } of list.getEntries()) shift += value; })
                .observe({ type: "layout-shift", buffered: true });
            window.frames = [];
            const look = () => {
                const places = [...document.querySelectorAll("#generate-pictures [role=option]")];
                const { x, y, width } = places[23]?.getBoundingClientRect() ?? {};
                frames.push([places.filter(({ firstElementChild: one }) => one.checkVisibility({ visibilityProperty: true })
                    && (one.tagName === "IMG" ? one.complete : one.width === 28)).length, [x, y, width].map(Math.round).join(),
                    places[0]?.firstElementChild.tagName].join());
                requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
            """);
        await page.GotoAsync(_studio.Address.AbsoluteUri);
        await Expect(page.Locator("html[data-ready]")).ToBeAttachedAsync();
        await Expect(page.Locator($"{Places} img")).ToHaveCountAsync(0);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        // Before the first of these nothing is seen.
        var frames = (await page.EvaluateAsync<string[]>("[...new Set(frames)]"))
            .SkipWhile(frame => frame.StartsWith("0,", StringComparison.Ordinal)).ToArray();
        Assert.HasCount(2, frames, $"with images, then with canvases: {string.Join(" | ", frames)}");
        Assert.AreEqual(frames[0].Replace("IMG", "CANVAS", StringComparison.Ordinal), frames[1]);
        StringAssert.StartsWith(frames[0], "24,");
        Assert.IsLessThan(0.001, await page.EvaluateAsync<double>("shift"));
    }

    /// <summary>A link shows what it says, and not first what the bare address shows.</summary>
    [TestMethod]
    public async Task ALinkShowsNoOtherPicturesFirst()
    {
        await WaitForPictures(_studio);
        await using var context = await (await Chromium.Browser).NewContextAsync();
        var page = await context.NewPageAsync();
        await page.AddInitScriptAsync("window.seen = 0; const look = () => { seen += document.querySelectorAll('.place img').length; " +
            "requestAnimationFrame(look); }; requestAnimationFrame(look);");
        await page.GotoAsync(new Uri(_studio.Address, "#/generate?seed=9&count=12").AbsoluteUri);
        await Expect(page.Locator(Places)).ToHaveCountAsync(12);
        Assert.AreEqual(0, await page.EvaluateAsync<int>("seen"));
    }

    [TestMethod]
    public async Task ThatClothesCanBeAskedForInWordsIsSaidAtFirst()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Find("#in-words").ClickAsync();
        await Expect(visit.Find("#text")).ToBeFocusedAsync();
        await visit.RequireAddress("model=text");
        await Expect(visit.Find("#in-words")).ToBeHiddenAsync();
        await using var studio = await Studio.Start();
        await using var other = await Visit.To(studio);
        await Expect(other.Find("#in-words")).ToBeHiddenAsync();
    }

    /// <summary>While the server reads its models it has no answers for the page, and the page waits for them.</summary>
    [TestMethod]
    public async Task APageThatWaitsIsNotEmptyAndOneThatFailsOffersAnotherTry()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Page.RouteAsync(_studio.Address.AbsoluteUri, async route =>
        {
            var page = await route.FetchAsync();
            var text = Regex.Replace(await page.TextAsync(), """(?<=id="carried">).*?(?=</script>)""", "{}");
            await route.FulfillAsync(new() { Response = page, Body = text });
        });
        var models = new TaskCompletionSource<int>();
        await visit.Page.RouteAsync("**/api/models", async route => await route.FulfillAsync(new() { Status = await models.Task }));
        await visit.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
        await Expect(visit.Find("#coming")).ToHaveTextAsync("The studio is on its way …");
        await Expect(visit.Find(".wordmark")).ToBeVisibleAsync();
        visit.MayFail = true;
        models.SetResult(500);
        await Expect(visit.Find("#coming")).ToContainTextAsync("The studio did not come.");
        await visit.Page.UnrouteAsync("**/api/models");
        await visit.Find("#coming button").ClickAsync();
        await Expect(visit.Find(Places)).ToHaveCountAsync(24);
        await Expect(visit.Find("#coming")).ToBeHiddenAsync();
    }

    [TestMethod]
    public async Task TheBestComeFirst()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=12&best=first");
        var gan = FashionGan.Pretrained();
        Recipe[] recipes = [.. SeedRecipe.Range(7, 0, 12)];
        var (pictures, logits) = (gan.Draw(recipes), gan.Judge(gan.Draw(recipes), recipes));
        var order = Enumerable.Range(0, 12).OrderByDescending(i => logits[i]).ToArray();
        foreach (var place in new[] { 0, 5, 11 })
            await visit.RequirePixels($"{Places}:nth-child({place + 1}) canvas", pictures[order[place]].Pixels, $"place {place}");
    }

    [TestMethod]
    public async Task AModelWithClassesKeepsThem()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=12&best=4&model=conditional");
        var best = BestOf.Draw(FashionGan.Pretrained("conditional"), SeedRecipe.Range(7, 0, 12), 4, Manner.Plain).ToArray();
        await visit.RequirePixels($"{Places}:nth-child(9) canvas", best[8].Picture.Pixels, "a bag");
        StringAssert.EndsWith(best[8].Recipe.ToString(), "@bag");
        await visit.Find(".chip:nth-child(9)").ClickAsync();
        var sneakers = BestOf.Draw(FashionGan.Pretrained("conditional"), SeedRecipe.Range(7, 0, 12, "sneaker"), 4, Manner.Plain).ToArray();
        await visit.RequirePixels($"{Places}:nth-child(12) canvas", sneakers[11].Picture.Pixels, "the last sneaker");
    }

    [TestMethod]
    public async Task WhatIsNotThereIsNotOffered()
    {
        await using var studio = await Studio.Start();
        await using var visit = await Visit.To(studio, "#/generate?seed=7&count=12&best=4");
        await Expect(visit.Find("#best")).ToBeHiddenAsync();
        await visit.RequirePixels($"{Places}:first-child canvas", await studio.Get("api/generate?picture=7.0&format=raw"), "as it comes");
    }

    [TestMethod]
    public async Task TruncationGoesAsFarAsPicturesDifferAndSaysWhatItDoes()
    {
        await using var visit = await Visit.To(_studio, "#/generate?model=dcgan");
        const string Slider = "#generate .truncation input";
        await Expect(visit.Find("#generate .truncation output")).ToHaveTextAsync("off");
        await visit.Slide(Slider, 10);
        await Expect(visit.Find("#generate .truncation output")).ToHaveTextAsync("0.50, much alike");
        await visit.RequireAddress("truncation=0.5");
        await visit.Slide(Slider, 40);
        await Expect(visit.Find("#generate .truncation output")).ToHaveTextAsync("2.00, hardly tamer");
        // A link may still say less.
        await visit.Go("#/generate?seed=7&count=12&truncation=0.1&model=dcgan");
        await Expect(visit.Find("#generate .truncation output")).ToHaveTextAsync("0.10, much alike");
    }

    [TestMethod]
    public async Task AWalkLeadsFromACoatToABoot()
    {
        await using var visit = await Visit.To(_studio, "#/walk");
        await visit.RequirePixels("#walk-pictures [role=option]:first-child canvas",
            await _studio.Get("api/generate?picture=248.4&format=raw"), "the coat");
        await visit.RequirePixels("#walk-pictures [role=option]:last-child canvas",
            await _studio.Get("api/generate?picture=248.9&format=raw"), "the boot");
    }

    /// <summary>Until the page comes with its first pictures.</summary>
    private static async Task WaitForPictures(Studio studio)
    {
        while (!System.Text.Encoding.UTF8.GetString(await studio.Get("")).Contains("\"api/generate?", StringComparison.Ordinal))
            await Task.Delay(20);
    }
}
