using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>A server that goes away and comes back: said in words, and then the page goes on by itself.</summary>
[TestClass]
public sealed class AbsenceTests : IAsyncDisposable
{
    private const string First = "#generate-pictures [role=option]:first-child canvas";
    private Studio _studio = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start();

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    public async Task ThePageSaysSoAndGoesOnWhenTheServerIsBack()
    {
        await using var visit = await Visit.To(_studio);
        var before = await visit.Pixels(First);
        visit.MayLoseRequests = true;
        await _studio.GoAway();
        await visit.Find("#seed").FillAsync("11");
        await Expect(visit.Find("#away")).ToContainTextAsync("does not answer");
        CollectionAssert.AreEqual(before, await visit.Pixels(First), "the pictures that were there stay");
        // Large and small, they are seen to be no longer what is asked for.
        await Expect(visit.Find("#generate-pictures")).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(visit.Find("#portrait")).ToHaveAttributeAsync("aria-busy", "true");

        // A newer wish replaces the one that waits.
        await visit.Find("#seed").FillAsync("12");
        await _studio.ComeBack();
        await visit.RequirePixels(First, await _studio.Get("api/generate?seed=12&count=1&format=raw"), "the newest wish");
        await Expect(visit.Find("#away")).ToBeHiddenAsync();
        await Expect(visit.Find("#portrait")).Not.ToHaveAttributeAsync("aria-busy", "true");
    }

    [TestMethod]
    public async Task TryNowDoesNotWait()
    {
        await using var visit = await Visit.To(_studio);
        visit.MayLoseRequests = true;
        await _studio.GoAway();
        await visit.Find("#roll").ClickAsync();
        // By now the page waits for five seconds between two tries.
        await Expect(visit.Find("#away")).ToContainTextAsync("every 5 seconds", new() { Timeout = 20_000 });
        await _studio.ComeBack();
        await visit.Find("#away-retry").ClickAsync();
        await Expect(visit.Find("#away")).ToBeHiddenAsync(new() { Timeout = 3000 });
    }
}
