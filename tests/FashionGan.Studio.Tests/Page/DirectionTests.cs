using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>More or less of something: sliders of the chosen picture.</summary>
[TestClass]
public sealed class DirectionTests
{
    [TestMethod]
    [Timeout(180_000)]
    public async Task SlidersChangeTheChosenPictureAndWhatIsDoneWithIt()
    {
        await using var studio = await Studio.Start(hasModel: false);
        await using var visit = await Visit.To(studio, "#/generate?seed=7&model=conditional&class=ankle-boot&count=12");
        await visit.Find("#directions summary").ClickAsync();
        await Expect(visit.Find("#directions input")).ToHaveCountAsync(3);
        var before = Mean(await visit.Pixels("#portrait"));
        await visit.Slide("#direction-darker", 3);
        var recipe = await visit.Find("#recipe").TextContentAsync();
        StringAssert.Matches(recipe, new(@"^more\(7\.\d+@ankle-boot,darker\*3\)$"));
        await visit.RequirePixels("#portrait",
            await studio.Get($"api/generate?model=conditional&format=raw&picture={Uri.EscapeDataString(recipe!)}"), "darker");
        Assert.IsLessThan(before - 10, Mean(await visit.Pixels("#portrait")));
        await visit.Slide("#direction-taller", -2);
        await Expect(visit.Find("#recipe")).ToContainTextAsync("darker*3,lower*2)");
        await Expect(visit.Find("#picture-name")).ToContainTextAsync("darker, lower");
        // The picture stays chosen among the others, and a link shows it changed.
        await Expect(visit.Find("#generate-pictures [aria-selected=true]")).ToHaveCountAsync(1);
        await visit.Reload();
        await Expect(visit.Find("#direction-taller")).ToHaveValueAsync("-2");
        await visit.Find("#keep").ClickAsync();
        await visit.Find("#vary").ClickAsync();
        await visit.RequireAddress("#/variations\\?of=more");
        await Expect(visit.Find("#variations-pictures [role=option]").First).ToBeVisibleAsync();
        await visit.Page.GoBackAsync();
        await visit.Find("#directions summary").ClickAsync();
        await visit.Find("#directions-reset").ClickAsync();
        await Expect(visit.Find("#recipe")).Not.ToContainTextAsync("more(");
        await Expect(visit.Find("#direction-darker")).ToHaveValueAsync("0");
    }

    [TestMethod]
    public async Task AClassHasItsOwnAndAModelWithoutAnyShowsNone()
    {
        await using (var studio = await Studio.Start(hasModel: false))
        {
            var models = JsonDocument.Parse(await studio.Get("api/models")).RootElement;
            CollectionAssert.AreEqual(new[] { "darker", "wider", "taller", "patterned", "higher-heeled" }, models[2]
                .GetProperty("directions").EnumerateArray().Select(one => one.GetProperty("more").GetString()).ToArray());
            await using var visit = await Visit.To(studio, "#/generate?seed=7&model=conditional&class=coat&count=12");
            await visit.Find("#directions summary").ClickAsync();
            await Expect(visit.Find("#directions input")).ToHaveCountAsync(2);
            await Expect(visit.Find("#directions input").First).ToHaveAccessibleNameAsync("lighter or darker");
        }

        await using (var studio = await Studio.Start(model: Support.Workplace.ColourModel))
        {
            await using var visit = await Visit.To(studio, "#/generate?seed=7");
            await Expect(visit.Find("#keep")).ToBeVisibleAsync();
            await Expect(visit.Find("#directions")).ToBeHiddenAsync();
        }
    }

    private static double Mean(byte[] pixels) => pixels.Average(pixel => (double)pixel);
}
