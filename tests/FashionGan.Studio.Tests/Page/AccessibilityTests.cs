using Deque.AxeCore.Playwright;
using FashionGanTf.Studio.Tests.Support;
using Microsoft.Playwright;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>What axe-core finds: nothing serious in any room, in both themes, nor in what opens over the page.</summary>
[TestClass]
public sealed class AccessibilityTests
{
    private static readonly string[] s_rooms =
    [
        "#/generate?seed=7&count=24", "#/variations?of=vary(7.0,4.1*0.4,5.2*0.3)", "#/walk?from=7.0&via=7.2&to=7.3&at=0.3",
        "#/blend?part=7.0&weight=1&part=7.1&weight=2", "#/mix?coarse=7.0&fine=7.1&rows=2", "#/board", "#/training",
    ];

    [TestMethod]
    [DataRow(ColorScheme.Light, 1280)]
    [DataRow(ColorScheme.Dark, 1280)]
    [DataRow(ColorScheme.Light, 360)]
    public async Task NothingSeriousInAnyRoom(ColorScheme theme, int width)
    {
        await using var studio = await Studio.Start(model: Workplace.StyleModel);
        await using var visit = await Visit.To(studio, "#/generate?seed=7&count=12", width, theme: theme);
        await visit.Page.EvaluateAsync("document.querySelector('#generate-pictures .heart').click()");
        foreach (var room in s_rooms)
        {
            await visit.Go(room);
            await RequireNothingSerious(visit, room);
        }
    }

    [TestMethod]
    public async Task NothingSeriousOverThePage()
    {
        await using var studio = await Studio.Start(isConditional: true);
        await using var visit = await Visit.To(studio, "#/walk?from=7.0&to=7.3&at=0.3");
        await RequireNothingSerious(visit, "a model with classes");
        foreach (var (open, close) in new[]
            { ("#walk [data-take]", "#take-close"), ("#show-keys", "#keys-close"), ("[data-slot=from] .slot-board", "#picker-close") })
        {
            await visit.Find(open).ClickAsync();
            await RequireNothingSerious(visit, open);
            await visit.Find(close).ClickAsync();
        }
    }

    private static async Task RequireNothingSerious(Visit visit, string place)
    {
        await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await visit.Page.EvaluateAsync(
            "() => Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => {})))");
        var result = await visit.Page.RunAxe();
        Assert.IsGreaterThan(10, result.Passes.Length, "axe-core has looked");
        var serious = result.Violations.Where(violation => violation.Impact is "serious" or "critical").Select(violation =>
            $"{violation.Impact}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}").ToArray();
        Assert.IsEmpty(serious, $"{place}: {string.Join('\n', serious)}");
    }
}
