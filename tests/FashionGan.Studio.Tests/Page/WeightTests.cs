using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>What the page weighs when it comes, pictures and all.</summary>
[TestClass]
public sealed class WeightTests
{
    private const double MostKilobytes = 200;

    [TestMethod]
    public async Task TheFirstSightIsLight()
    {
        await using var studio = await Studio.Start(hasModel: false);
        await using var visit = await Visit.To(studio);
        var network = await visit.Page.Context.NewCDPSessionAsync(visit.Page);
        var (bytes, requests) = (0.0, 0);
        network.Event("Network.loadingFinished").OnEvent += (_, loaded) =>
        {
            bytes += loaded!.Value.GetProperty("encodedDataLength").GetDouble();
            requests++;
        };
        await network.SendAsync("Network.enable");
        await network.SendAsync("Network.setCacheDisabled", new Dictionary<string, object> { ["cacheDisabled"] = true });
        await visit.Reload();
        await Expect(visit.Find("#generate-pictures [role=option]")).ToHaveCountAsync(24);
        await visit.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        Assert.IsGreaterThan(0, requests);
        Assert.IsLessThan(MostKilobytes, bytes / 1000, $"{requests} requests");
    }
}
