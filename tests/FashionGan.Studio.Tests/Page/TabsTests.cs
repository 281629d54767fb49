using FashionGanTf.Studio.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Many tabs of one browser on one run: a browser opens six connections to a server, so they may not each keep one.</summary>
[TestClass]
public sealed class TabsTests
{
    private const int Tabs = 8;

    [TestMethod]
    public async Task EightTabsDrawAndAreToldOfTheRun()
    {
        var folder = Workplace.Path("tabs");
        WrittenPageRun.Write(folder, epochs: 1, planned: 4);
        await using var studio = await Studio.Start(run: folder);
        await using var visit = await Visit.To(studio, "#/training");
        var pages = new List<IPage> { visit.Page };
        for (var i = 1; i < Tabs; i++)
            pages.Add(await visit.OpenTab("#/training"));
        foreach (var page in pages)
            await Expect(page.Locator("#epoch-value")).ToHaveTextAsync("1 of 4");

        WrittenPageRun.Write(folder, epochs: 2, planned: 4);
        foreach (var page in pages)
            await Expect(page.Locator("#epoch-value")).ToHaveTextAsync("2 of 4");

        // A tab that goes takes nothing from the others, also the first, with which the stream began.
        await pages[0].CloseAsync();
        pages.RemoveAt(0);
        WrittenPageRun.Write(folder, epochs: 3, planned: 4);
        foreach (var page in pages)
            await Expect(page.Locator("#epoch-value")).ToHaveTextAsync("3 of 4");
        foreach (var (page, seed) in pages.Select((page, i) => (page, 100 + i)))
        {
            await page.Locator(".tabs a[data-view=generate]").ClickAsync();
            await page.Locator("#seed").FillAsync($"{seed}");
            await Expect(page.Locator($"#generate-pictures [aria-label='Picture 0 of seed {seed}']")).ToBeVisibleAsync();
        }

        await Visit.RequirePixels(pages[^1], "#generate-pictures [role=option]:first-child canvas",
            await studio.Get($"api/generate?seed={100 + pages.Count - 1}&count=1&format=raw"), "drawn in the last tab");
    }

    [TestMethod]
    public async Task TabsFollowAgainWhenTheServerWasAway()
    {
        var folder = Workplace.Path("tabs away");
        WrittenPageRun.Write(folder, epochs: 1, planned: 4);
        await using var studio = await Studio.Start(run: folder);
        await using var visit = await Visit.To(studio, "#/training");
        var other = await visit.OpenTab("#/training");
        await Expect(other.Locator("#epoch-value")).ToHaveTextAsync("1 of 4");
        visit.MayLoseRequests = true;
        await studio.GoAway();
        await Expect(other.Locator("#away")).ToBeVisibleAsync();
        await studio.ComeBack();
        WrittenPageRun.Write(folder, epochs: 3, planned: 4);
        foreach (var page in new[] { visit.Page, other })
            await Expect(page.Locator("#epoch-value")).ToHaveTextAsync("3 of 4", new() { Timeout = 20_000 });
    }

    [TestMethod]
    public async Task WithoutSharedWorkersATabHasAStreamWhileItIsSeen()
    {
        var folder = Workplace.Path("tabs alone");
        WrittenPageRun.Write(folder, epochs: 1, planned: 4);
        await using var studio = await Studio.Start(run: folder);
        await using var visit = await Visit.To(studio);
        await visit.Page.AddInitScriptAsync(
            """
            delete window.SharedWorker;
            window.streams = [];
            window.EventSource = class extends EventSource {
                constructor(url) { super(url); window.streams.push(this); }
            };
            """);
        await visit.Go("#/training");
        await Expect(visit.Find("#epoch-value")).ToHaveTextAsync("1 of 4");
        await Hide(visit, true);
        await visit.Page.WaitForFunctionAsync("() => window.streams.every(stream => stream.readyState === EventSource.CLOSED)");
        WrittenPageRun.Write(folder, epochs: 2, planned: 4);
        await Task.Delay(2500);
        Assert.AreEqual(1, await visit.Page.EvaluateAsync<int>("() => window.streams.length"), "a hidden tab opens no stream");
        await Expect(visit.Find("#epoch-value")).ToHaveTextAsync("1 of 4");

        await Hide(visit, false);
        await Expect(visit.Find("#epoch-value")).ToHaveTextAsync("2 of 4");
    }

    private static Task Hide(Visit visit, bool hidden) => visit.Page.EvaluateAsync(
        "hidden => { Object.defineProperty(document, 'hidden', { value: hidden, configurable: true }); " +
        "document.dispatchEvent(new Event('visibilitychange')); }", hidden);
}
