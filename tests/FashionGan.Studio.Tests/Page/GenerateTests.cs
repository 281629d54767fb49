using FashionGanTf.Models;
using FashionGanTf.Studio.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Generate: a seed, a die, how many, the grid, and the address that holds it all.</summary>
[TestClass]
public sealed class GenerateTests : IAsyncDisposable
{
    private const string Places = "#generate-pictures [role=option]";
    private Studio _studio = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start();

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    public async Task TheFirstPageShowsJustWhatTheLibraryDraws()
    {
        await using var visit = await Visit.To(_studio);
        await Expect(visit.Find(Places)).ToHaveCountAsync(24);
        var pictures = FashionGan.Load(Workplace.Model).Generate(24, seed: 3);
        foreach (var number in new[] { 0, 3, 23 })
            await visit.RequirePixels($"{Places}:nth-child({number + 1}) canvas", pictures[number].Pixels.ToArray(), $"picture {number}");
        await visit.RequirePixels("#portrait", pictures[0].Pixels.ToArray(), "the portrait");
    }

    [TestMethod]
    public async Task AReloadAndALinkShowTheSame()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Find("#roll").ClickAsync();
        await visit.RequireAddress(@"seed=\d+&count=24");
        await visit.Find($"{Places}:nth-child(6)").ClickAsync();
        await visit.RequireAddress(@"picked=\d+\.5");
        var (address, rolled) = (visit.Address, await visit.Find("#seed").InputValueAsync());
        Assert.AreNotEqual("3", rolled);
        var (first, portrait) = (await _studio.Get($"api/generate?seed={rolled}&count=1&format=raw"),
            await _studio.Get($"api/generate?picture={rolled}.5&format=raw"));
        await visit.RequirePixels($"{Places}:first-child canvas", first, "the first of the rolled seed");

        await visit.Reload();
        await visit.RequirePixels($"{Places}:first-child canvas", first, "after a reload");
        await visit.RequirePixels("#portrait", portrait, "the chosen one after a reload");

        await using var other = await Visit.To(_studio, address);
        await Expect(other.Find("#seed")).ToHaveValueAsync(rolled);
        await other.RequirePixels($"{Places}:first-child canvas", first, "at the link");
        await other.RequirePixels("#portrait", portrait, "the chosen one at the link");
    }

    [TestMethod]
    public async Task AReloadInTheMiddleEndsWithAllPictures()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Find("#count").FillAsync("256");
        await visit.RequireAddress("count=256");
        await visit.Reload();
        await Expect(visit.Find(Places)).ToHaveCountAsync(256);
        await visit.RequirePixels($"{Places}:last-child canvas", await _studio.Get("api/generate?seed=3&first=255&count=1&format=raw"),
            "the last picture");
    }

    [TestMethod]
    public async Task TheGridHasAsManyColumnsAsOneAsksFor()
    {
        await using var visit = await Visit.To(_studio);
        foreach (var columns in new[] { 1, 5, 32 })
        {
            await visit.Find("#columns").SelectOptionAsync($"{columns}");
            await visit.RequireAddress($"columns={columns}");
            var tops =
                await visit.Page.EvaluateAsync<double[]>($"() => [...document.querySelectorAll('{Places}')].map(place => place.offsetTop)");
            Assert.AreEqual(Math.Min(24, columns), tops.Count(top => top == tops[0]), $"{columns} columns");
        }
    }

    [TestMethod]
    public async Task MoreOfASeedGoesOnWhereThePageEnds()
    {
        await using var visit = await Visit.To(_studio);
        await Expect(visit.Find("#earlier")).ToBeDisabledAsync();
        await visit.Find("#more").ClickAsync();
        await visit.RequireAddress("first=24");
        await visit.RequirePixels($"{Places}:first-child canvas", await _studio.Get("api/generate?seed=3&first=24&count=1&format=raw"),
            "picture 24");
        await visit.Find("#earlier").ClickAsync();
        await visit.RequirePixels($"{Places}:first-child canvas", await _studio.Get("api/generate?seed=3&count=1&format=raw"), "picture 0");
    }

    [TestMethod]
    public async Task EveryPicturesPixelsAreWholePixelsOfTheScreen()
    {
        await using var visit = await Visit.To(_studio);
        foreach (var width in new[] { 360, 800, 1280, 1900, 2560 })
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            foreach (var canvas in new[] { $"{Places} canvas", "#portrait" })
            {
                var side = await visit.Find(canvas).First
                    .EvaluateAsync<double>("canvas => canvas.offsetParent ? canvas.getBoundingClientRect().width : 28");
                Assert.AreEqual(0, side % 28, 0.01, $"{canvas} is {side} wide in a window of {width}");
            }
        }
    }

    [TestMethod]
    public async Task TruncationMovesThePicturesAndIsInTheAddress()
    {
        await using var visit = await Visit.To(_studio);
        await visit.Slide("#generate .truncation input", 10);
        await visit.RequireAddress("truncation=0.5");
        await Expect(visit.Find("#generate .truncation output")).ToHaveTextAsync("0.50, much alike");
        var truncated = await _studio.Get("api/generate?seed=3&count=1&truncation=0.5&format=raw");
        CollectionAssert.AreNotEqual(await _studio.Get("api/generate?seed=3&count=1&format=raw"), truncated);
        await visit.RequirePixels($"{Places}:first-child canvas", truncated, "truncated");
        await visit.Reload();
        await visit.RequirePixels($"{Places}:first-child canvas", truncated, "truncated, after a reload");
        await visit.Slide("#generate .truncation input", 41);
        await Expect(visit.Find("#generate .truncation output")).ToHaveTextAsync("off");
        Assert.IsFalse(visit.Address.Contains("truncation", StringComparison.Ordinal), visit.Address);
    }
}
