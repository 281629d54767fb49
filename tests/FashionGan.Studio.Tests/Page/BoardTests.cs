using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>The board of favourites: kept in the browser, undone like everything else.</summary>
[TestClass]
public sealed class BoardTests : IAsyncDisposable
{
    private const string Kept = "#board-pictures [role=option]";
    private Studio _studio = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start();

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    public async Task WhatIsKeptStaysWithItsTruncation()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=12&truncation=0.6");
        // By the heart, by the key and by the button.
        await visit.Find("#generate-pictures [role=option]:nth-child(2)").HoverAsync();
        await visit.Find("#generate-pictures [role=option]:nth-child(2) .heart").ClickAsync();
        await visit.Find("#generate-pictures [role=option]:nth-child(3)").ClickAsync();
        await visit.Page.Keyboard.PressAsync("f");
        await visit.Find("#generate-pictures [role=option]:nth-child(4)").ClickAsync();
        await visit.Find("#keep").ClickAsync();
        await Expect(visit.Find("#keep")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(visit.Find("#board-count")).ToHaveTextAsync("3");

        await visit.Go("#/board");
        await Expect(visit.Find(Kept)).ToHaveCountAsync(3);
        await visit.RequirePixels($"{Kept}:last-child canvas", await _studio.Get("api/generate?picture=7.1&truncation=0.6&format=raw"),
            "the one that was kept first");
        await visit.Find($"{Kept}:last-child").ClickAsync();
        await visit.RequireAddress(@"truncation=0\.6&picked=7\.1");
    }

    [TestMethod]
    public async Task UndoBringsBackWhatWasTakenOff()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Find("#keep").ClickAsync();
        await visit.Page.Keyboard.PressAsync("Control+z");
        await Expect(visit.Find("#board-count")).ToHaveTextAsync("");
        await visit.Page.Keyboard.PressAsync("Control+Shift+z");
        await Expect(visit.Find("#board-count")).ToHaveTextAsync("1");

        await visit.Go("#/board");
        await visit.Find("#clear-board").ClickAsync();
        await Expect(visit.Find(Kept)).ToHaveCountAsync(0);
        await Expect(visit.Find("#board-empty")).ToBeVisibleAsync();
        // What can be undone outlives a reload.
        await visit.Reload();
        await visit.Find("#undo").ClickAsync();
        await Expect(visit.Find(Kept)).ToHaveCountAsync(1);
    }

    [TestMethod]
    public async Task TheBoardFillsAWalkAndABlend()
    {
        await using var visit = await Visit.To(_studio);
        for (var place = 1; place <= 3; place++)
        {
            await visit.Find($"#generate-pictures [role=option]:nth-child({place})").ClickAsync();
            await visit.Find("#keep").ClickAsync();
        }

        await visit.Page.EvaluateAsync("location.hash = '#/walk'");
        await visit.Find("[data-slot=to] .slot-board").ClickAsync();
        await visit.Find("#picker-pictures [role=option]:nth-child(2)").ClickAsync();
        await Expect(visit.Find("#picker")).ToBeHiddenAsync();
        await Expect(visit.Find("[data-slot=to] input")).ToHaveValueAsync("3.1");

        await visit.Page.EvaluateAsync("location.hash = '#/board'");
        await visit.Find("#blend-board").ClickAsync();
        await Expect(visit.Find(".part")).ToHaveCountAsync(3);
    }

    [TestMethod]
    public async Task WhatASheetAndABlendLeaveOutIsSaid()
    {
        await using var visit = await Visit.To(_studio, "#/generate?seed=7&count=12&truncation=0.6");
        await visit.Find("#keep").ClickAsync();
        await visit.Page.EvaluateAsync("location.hash = '#/generate?seed=7&count=12'");
        await visit.RequireAddress("count=12$");
        for (var place = 1; place <= 2; place++)
        {
            await visit.Find($"#generate-pictures [role=option]:nth-child({place})").ClickAsync();
            await visit.Find("#keep").ClickAsync();
        }

        await visit.Page.EvaluateAsync("location.hash = '#/board'");
        await Expect(visit.Find(Kept)).ToHaveCountAsync(3);
        await visit.Find("#board [data-take]").ClickAsync();
        await Expect(visit.Find("#command")).ToContainTextAsync("--picture 7.1 --picture 7.0 --grid 2x1");
        await Expect(visit.Find("#take-words")).ToContainTextAsync("One picture of another truncation or model is left out");
        await visit.Find("#take-close").ClickAsync();
        await visit.Find("#blend-board").ClickAsync();
        await Expect(visit.Find(".part")).ToHaveCountAsync(2);
    }

    [TestMethod]
    public async Task AnotherTabsBoardIsThisOnes()
    {
        await using var visit = await Visit.To(_studio);
        var other = await visit.Page.Context.NewPageAsync();
        await other.GotoAsync(_studio.Address.AbsoluteUri);
        await other.Locator("#keep").ClickAsync();
        await Expect(visit.Find("#board-count")).ToHaveTextAsync("1");
        await Expect(visit.Find("#keep")).ToHaveAttributeAsync("aria-pressed", "true");
    }

    /// <summary>The Tab key follows the document's order, so that is the order that is seen.</summary>
    [TestMethod]
    public async Task WhatStandsAboveComesFirstAtEachWidth()
    {
        await using var visit = await Visit.To(_studio, "", 360, 740);
        await visit.Find("#generate-pictures .heart").First.EvaluateAsync("heart => heart.click()");
        await visit.Page.EvaluateAsync("location.hash = '#/board'");
        await Expect(visit.Find(Kept)).ToHaveCountAsync(1);
        foreach (var (width, picturesFirst) in new[] { (360, true), (1280, false), (360, true) })
        {
            await visit.Page.SetViewportSizeAsync(width, 740);
            // The page hears of a width with the next frame.
            await visit.Page.EvaluateAsync("() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))");
            const string Order = "() => ['#board-pictures', '#boards', '#note'].map(one => document.querySelector(one))" +
                ".toSorted((a, b) => {0}).map(one => one.id).join()";
            var seen = await visit.Page.EvaluateAsync<string>(
                Order.Replace("{0}", "a.getBoundingClientRect().top - b.getBoundingClientRect().top", StringComparison.Ordinal));
            var told = await visit.Page.EvaluateAsync<string>(
                Order.Replace("{0}", "a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1", StringComparison.Ordinal));
            Assert.AreEqual(picturesFirst ? "board-pictures,boards,note" : "boards,note,board-pictures", seen, $"{width}");
            Assert.AreEqual(seen, told, $"{width}");
        }
    }

    [TestMethod]
    public async Task APictureOfAModelThatIsNotHereWaits()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Page.EvaluateAsync(
            "() => localStorage['fashion-gan.board'] = '[{\"recipe\": \"7.4\", \"model\": \"gone\"}, {\"recipe\": \"7.5\"}]'");
        await visit.Go("#/board");
        await Expect(visit.Find(Kept)).ToHaveCountAsync(1);
        await Expect(visit.Find("#board-error")).ToContainTextAsync("One picture is of a model that is not here");
        await Expect(visit.Find("#board-count")).ToHaveTextAsync("2");
    }

    [TestMethod]
    public async Task AStorageThatHoldsNoBoardCountsAsAnEmptyOne()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Page
            .EvaluateAsync("() => { localStorage['fashion-gan.board'] = '{\"no\": [board'; sessionStorage['fashion-gan.undo'] = '7'; }");
        await visit.Go("#/board");
        await Expect(visit.Find("#board-empty")).ToBeVisibleAsync();
        await visit.Page.EvaluateAsync("() => localStorage['fashion-gan.board'] = '[1, null, {\"recipe\": \"7.4\"}]'");
        await visit.Reload();
        await Expect(visit.Find(Kept)).ToHaveCountAsync(1);
    }
}
