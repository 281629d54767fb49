using FashionGanTf.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>The room for mixed styles, which only a StyleGAN has.</summary>
[TestClass]
public sealed class MixTests
{
    [TestMethod]
    public async Task TheSliderSaysHowMuchOfTheShapeOnePictureGives()
    {
        await using var studio = await Studio.Start(model: Workplace.StyleModel);
        await using var visit = await Visit.To(studio, "#/mix?coarse=7.0&fine=8.1&rows=2");
        Task<byte[]> Mix(int rows) => studio.Get($"api/generate?picture=mix(7.0,8.1,{rows})&format=raw");
        await visit.RequirePixels("#mix-picture", await Mix(2), "two rows");
        await visit.Slide("#mix-rows", 5);
        await visit.RequirePixels("#mix-picture", await Mix(5), "five rows");
        await Expect(visit.Find("#mix-rows-value")).ToHaveTextAsync("5 of 6 rows");
        await Expect(visit.Find("#mix-pictures [role=option]")).ToHaveCountAsync(5);
        await visit.Find("#mix-pictures [role=option]:nth-child(1)").ClickAsync();
        await Expect(visit.Find("#recipe")).ToHaveTextAsync("mix(7.0,8.1,1)");
        await visit.Find("#vary").ClickAsync();
        await Expect(visit.Find("[data-slot=of] input")).ToHaveValueAsync("mix(7.0,8.1,1)");
        await visit.Find("#undo").ClickAsync();
        await visit.RequireAddress(@"#/mix\?coarse=7\.0&fine=8\.1&rows=1");
    }

    [TestMethod]
    public async Task AModelWithoutStylesHasNoSuchRoom()
    {
        await using var studio = await Studio.Start();
        await using var visit = await Visit.To(studio, "#/mix?coarse=7.0&fine=8.1&rows=2");
        await Expect(visit.Find("#toast")).ToHaveTextAsync("This model has no styles to mix.");
        await visit.RequireAddress("#/generate");
        await Expect(visit.Find(".tabs [data-view=mix]")).ToBeHiddenAsync();
    }
}
