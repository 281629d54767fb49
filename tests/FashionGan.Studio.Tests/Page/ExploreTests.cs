using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Explore: variations, the walk, the blend.</summary>
[TestClass]
public sealed class ExploreTests : IAsyncDisposable
{
    private const string Variations = "#variations-pictures [role=option]";
    private Studio _studio = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start();

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    public async Task VariationsLieAsFarAwayAsTheSliderSays()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Find("#generate-pictures [role=option]:nth-child(4)").ClickAsync();
        await visit.Find("#vary").ClickAsync();
        await visit.RequireAddress(@"#/variations\?of=3\.3");
        var centre = await _studio.Get("api/generate?picture=3.3&format=raw");
        await visit.RequirePixels($"{Variations}:first-child canvas", centre, "the picture itself stands first");

        var distances = new List<double>();
        foreach (var distance in new[] { 0.04, 0.3, 0.9 })
        {
            await visit.Slide("#distance", distance);
            var wanted = await _studio.Get($"api/generate?picture={Walk("3.3", "1.0", distance)}&format=raw");
            await visit.RequirePixels($"{Variations}:nth-child(2) canvas", wanted, $"the first variation at {distance}");
            distances.Add(Difference(centre, wanted));
        }

        Assert.IsTrue(distances[0] < distances[1] && distances[1] < distances[2], string.Join(' ', distances));
        await visit.Reload();
        await Expect(visit.Find("#distance-value")).ToHaveTextAsync("0.90");
    }

    [TestMethod]
    public async Task TheWalksSliderShowsEachPictureOnTheWay()
    {
        await using var visit = await Visit.To(_studio, "#/walk?from=7.0&to=7.5&at=0");
        await visit.RequirePixels("#walk-picture", await _studio.Get("api/generate?picture=7.0&format=raw"), "the beginning");
        await visit.Slide("#at", 0.37);
        await visit.RequirePixels("#walk-picture", await _studio.Get("api/generate?picture=walk(7.0,7.5,0.37)&format=raw"), "0.37");
        await visit.RequireAddress(@"at=0\.37");
        await Expect(visit.Find("#at-value")).ToHaveTextAsync("37 %");
        await visit.Slide("#at", 1);
        await visit.RequirePixels("#walk-picture", await _studio.Get("api/generate?picture=7.5&format=raw"), "the end");
        await visit.Find("#walk-pictures [role=option]:nth-child(4)").ClickAsync();
        await Expect(visit.Find("#recipe")).ToHaveTextAsync("walk(7.0,7.5,0.3)");
        await visit.Find("#swap").ClickAsync();
        await Expect(visit.Find("#recipe")).ToHaveTextAsync("walk(7.5,7.0,0.7)");
    }

    [TestMethod]
    public async Task AWalkLeadsByWayOfStopsAndBackToTheFirst()
    {
        await using var visit = await Visit.To(_studio, "#/walk?from=7.0&via=7.3&to=7.5&at=0.25");
        await visit.RequirePixels("#walk-picture", await _studio.Get("api/generate?picture=walk(7.0,7.3,0.5)&format=raw"), "the first way");
        await visit.Slide("#at", 0.5);
        await visit.RequirePixels("#walk-picture", await _studio.Get("api/generate?picture=7.3&format=raw"), "the stop");
        await Expect(visit.Find("#recipe")).ToHaveTextAsync("walk(7.3,7.5,0)");
        await visit.Slide("#at", 0.75);
        await visit.Find("#add-stop").ClickAsync();
        await visit.RequireAddress(@"via=7\.3&via=walk\(7\.3,7\.5,0\.5\)&to=7\.5");
        await visit.RequirePixels(".stop:nth-child(2) canvas",
            await _studio.Get("api/generate?picture=walk(7.3,7.5,0.5)&format=raw"), "the picture that was added");
        await visit.Find(".stop:nth-child(2) button").ClickAsync();
        await visit.Find("#walk-loop").CheckAsync();
        await visit.Slide("#at", 1);
        await visit.RequirePixels("#walk-picture", await _studio.Get("api/generate?picture=7.0&format=raw"), "back at the first");
        await visit.Slide("#at", 0.83);
        await visit.RequirePixels("#walk-picture",
            await _studio.Get("api/generate?picture=walk(7.5,7.0,0.49)&format=raw"), "on the way back");
        await visit.Reload();
        await Expect(visit.Find("#walk-loop")).ToBeCheckedAsync();
        await Expect(visit.Find(".stop")).ToHaveCountAsync(1);
        await visit.Find("#swap").ClickAsync();
        await visit.RequireAddress(@"from=7\.5&via=7\.3&to=7\.0&loop=yes&at=0\.17");
    }

    [TestMethod]
    public async Task TheWalkPlaysAndPausesAndIsOneStepOfUndo()
    {
        await using var visit = await Visit.To(_studio, "#/walk?from=7.0&to=7.5&at=0.2");
        await visit.Find("#play").ClickAsync();
        var seen = new HashSet<string>();
        for (var look = 0; look < 15; look++)
        {
            seen.Add(await visit.Find("#at-value").TextContentAsync() ?? "");
            await Task.Delay(100);
        }

        Assert.IsGreaterThan(5, seen.Count, string.Join(' ', seen));
        await visit.Find("#play").ClickAsync();
        await Expect(visit.Find("#play")).ToHaveTextAsync("Play");
        var stopped = await visit.Find("#at-value").TextContentAsync();
        await Task.Delay(300);
        await Expect(visit.Find("#at-value")).ToHaveTextAsync(stopped!);
        await visit.Find("#undo").ClickAsync();
        await Expect(visit.Find("#at-value")).ToHaveTextAsync("20 %");
        await Expect(visit.Find("#undo")).ToBeDisabledAsync();
    }

    [TestMethod]
    public async Task ABlendFollowsItsWeights()
    {
        await using var visit = await Visit.To(_studio, "#/blend?part=7.0&weight=1&part=7.1&weight=1");
        await visit.RequirePixels("#blend-picture", await _studio.Get("api/generate?picture=blend(7.0*1,7.1*1)&format=raw"), "even");
        await visit.Slide(".part:nth-child(1) input[type=range]", 0);
        await visit.RequirePixels("#blend-picture", await _studio.Get("api/generate?picture=7.1&format=raw"), "nothing of the first");
        await visit.Slide(".part:nth-child(2) input[type=range]", 0);
        await Expect(visit.Find("#blend-error")).ToContainTextAsync("weight above 0");
        await visit.Slide(".part:nth-child(2) input[type=range]", 2.5);
        await Expect(visit.Find("#blend-error")).ToHaveTextAsync("");

        await visit.Find("#add-part").ClickAsync();
        await visit.Find(".part:nth-child(3) .part-recipe").FillAsync("walk(7.2, 7.3, 0.5)");
        var mixed = await _studio.Get("api/generate?picture=blend(7.0*0,7.1*2.5,walk(7.2,7.3,0.5)*1)&format=raw");
        await visit.RequirePixels("#blend-picture", mixed, "three");
        await visit.Reload();
        await visit.RequirePixels("#blend-picture", mixed, "three, after a reload");
        await visit.Find(".part:nth-child(1) .part-remove").ClickAsync();
        await Expect(visit.Find(".part")).ToHaveCountAsync(2);
        await Expect(visit.Find(".part:nth-child(1) .part-remove")).ToBeDisabledAsync();
    }

    [TestMethod]
    public async Task AChosenPictureGoesWhereOneSendsIt()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Find("#generate-pictures [role=option]:nth-child(3)").ClickAsync();
        await visit.Find("#walk-from").ClickAsync();
        await Expect(visit.Find("[data-slot=from] input")).ToHaveValueAsync("3.2");
        await visit.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Generate" }).ClickAsync();
        await visit.Find("#generate-pictures [role=option]:nth-child(5)").ClickAsync();
        await visit.Find("#walk-to").ClickAsync();
        await Expect(visit.Find("[data-slot=to] input")).ToHaveValueAsync("3.4");
        await Expect(visit.Find("[data-slot=from] input")).ToHaveValueAsync("3.2");
        await visit.Find("#to-blend").ClickAsync();
        await Expect(visit.Find(".part:nth-child(3) .part-recipe")).ToHaveValueAsync("walk(3.2,3.4,0.5)");
    }

    [TestMethod]
    public async Task NeighboursAreShownWithTheirNames()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Find("#neighbours summary").ClickAsync();
        await Expect(visit.Find("#neighbours-list li")).ToHaveCountAsync(5);
        await Expect(visit.Find("#neighbours-list li:first-child span"))
            .ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^class 0 \d+\.\d\d$"));
        var loaded = await visit.Page.EvaluateAsync<bool>("async () => { const images = [...document.querySelectorAll('#neighbours-list " +
            "img')]; await Promise.all(images.map(image => image.decode())); return images.every(image => image.naturalWidth === 28); }");
        Assert.IsTrue(loaded);
    }

    private static string Walk(string from, string to, double at) => $"walk({from},{to},{at.ToString(CultureInfo.InvariantCulture)})";

    private static double Difference(byte[] one, byte[] other) => one.Zip(other, (a, b) => Math.Abs(a - b)).Average();
}
