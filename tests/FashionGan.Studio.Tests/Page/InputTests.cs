using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Wrong input: said beside it in words, nothing breaks, and nothing wrong reaches the server.</summary>
[TestClass]
public sealed class InputTests : IAsyncDisposable
{
    private Studio _studio = null!;

    [TestInitialize]
    public async Task Begin() => _studio = await Studio.Start();

    public async ValueTask DisposeAsync() => await _studio.DisposeAsync();

    [TestMethod]
    [DataRow("#seed", "-1", "A seed is a whole number from 0 to 2,147,483,647.")]
    [DataRow("#seed", "2147483648", "A seed is a whole number")]
    [DataRow("#seed", "dress", "A seed is a whole number")]
    [DataRow("#seed", "1.5", "A seed is a whole number")]
    [DataRow("#count", "0", "a whole number from 1 to 256")]
    [DataRow("#count", "257", "a whole number from 1 to 256")]
    [DataRow("#count", "", "a whole number from 1 to 256")]
    public async Task AWrongNumberIsSaidBesideItsField(string field, string text, string words)
    {
        await using var visit = await Visit.To(_studio);
        var address = visit.Address;
        await visit.Find(field).FillAsync(text);
        await Expect(visit.Find("#generate-error")).ToContainTextAsync(words);
        await Expect(visit.Find(field)).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.AreEqual(address, visit.Address);
        // Left as it is, the field shows again what the page shows.
        await visit.Find(field).BlurAsync();
        await Expect(visit.Find(field)).ToHaveValueAsync(field == "#seed" ? "3" : "24");
        await Expect(visit.Find("#generate-error")).ToHaveTextAsync("");
    }

    [TestMethod]
    [DataRow("#/generate?seed=abc&count=12", "“seed”", "#/generate?seed=3&count=12")]
    [DataRow("#/generate?seed=3&count=9999&truncation=99", "“count”, “truncation”", "#/generate?seed=3&count=24")]
    [DataRow("#/generate?seed=3&count=24&nonsense=1", "“nonsense”", "#/generate?seed=3&count=24")]
    [DataRow("#/walk?from=7.3&to=8.0&at=5", "“at”", "#/walk?from=7.3&to=8.0&at=0.5")]
    [DataRow("#/blend?part=zz", "“part”", "#/blend?part=248.4&weight=1&part=248.9&weight=1")]
    [DataRow("#/nowhere", "“/nowhere”", "#/generate?seed=3&count=24&best=4")]
    [DataRow("#/generated", "“/generated”", "#/generate?seed=3&count=24&best=4")]
    public async Task AWrongLinkIsSaidAndSetRight(string address, string wrong, string right)
    {
        await using var visit = await Visit.To(_studio, address);
        await Expect(visit.Find("#toast")).ToHaveTextAsync($"The link is wrong in {wrong}; something else is shown.");
        Assert.AreEqual(right, visit.Address);
    }

    [TestMethod]
    [DataRow("#/generate?seed=007&first=0&count=24&columns=0")]
    [DataRow("#/blend?part=blend(7.3*2,8.0*1)&weight=0.50&part=7.1")]
    [DataRow("#/training?epoch=3")]
    [DataRow("#/board")]
    public async Task ARightLinkStaysAsItIs(string address)
    {
        await using var visit = await Visit.To(_studio, address);
        await Expect(visit.Find("#toast")).ToHaveTextAsync("");
        Assert.AreEqual(address, visit.Address);
    }

    [TestMethod]
    public async Task PartsWithoutWeightMakeNoBlendHoweverQuickly()
    {
        await using var visit = await Visit.To(_studio, "#/blend?part=7.0&weight=1&part=7.1&weight=1");
        await Expect(visit.Find("#recipe")).ToHaveTextAsync("blend(7.0*1,7.1*1)");
        await visit.Page.EvaluateAsync("for (const slider of document.querySelectorAll('.part input[type=range]')) { slider.value = 0; " +
            "slider.dispatchEvent(new Event('input', { bubbles: true })); }");
        // What was drawn on the way has come by then.
        await visit.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        await Expect(visit.Find("#blend-error")).ToHaveTextAsync("A blend needs a weight above 0.");
        await Expect(visit.Find("#inspector")).ToBeHiddenAsync();
        await Expect(visit.Find("#blend [data-take]").First).ToBeDisabledAsync();
        await visit.Reload();
        await visit.RequirePixels(".part:first-child canvas", await _studio.Get("api/generate?picture=7.0&format=raw"),
            "a part of nothing");
    }

    [TestMethod]
    public async Task PicturesThatArriveMeanwhileLeaveWhatIsSaidOfAField()
    {
        await using var visit = await Visit.To(_studio);
        var typed = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/api/generate*", async route =>
        {
            await typed.Task;
            await route.ContinueAsync();
        });
        await visit.Find("#roll").ClickAsync();
        await visit.Find("#seed").FillAsync("-1");
        await Expect(visit.Find("#generate-error")).ToContainTextAsync("A seed is a whole number");
        var arrival = visit.Page.WaitForResponseAsync("**/api/generate*");
        typed.SetResult();
        await (await arrival).FinishedAsync();
        // What follows the arrival is done by the time that a request made after it is answered.
        await visit.Page.EvaluateAsync("fetch('healthz').then(answer => answer.text())");
        await Expect(visit.Find("#generate-error")).ToContainTextAsync("A seed is a whole number");
        await visit.Find("#seed").BlurAsync();
        await Expect(visit.Find("#generate-error")).ToHaveTextAsync("");
    }

    [TestMethod]
    [DataRow("", "such as 7.3")]
    [DataRow("7", "a picture such as 7.3")]
    [DataRow("walk(7.3,8.0)", "\",\" is expected")]
    [DataRow("walk(7.3,8.0,2)", "from 0 to 1")]
    [DataRow("blend(7.3*1)", "2 to 16")]
    [DataRow("blend(7.3*0,7.4*0)", "weight above 0")]
    [DataRow("7.3 and more", "nothing more")]
    [DataRow("99999999999.0", "go up to")]
    [DataRow("<img src=x>", "a picture such as 7.3")]
    public async Task AWrongRecipeIsSaidBesideItsField(string text, string words)
    {
        await using var visit = await Visit.To(_studio, "#/walk?from=7.0&to=7.1&at=0.5");
        await visit.Find("[data-slot=from] input").FillAsync(text);
        await Expect(visit.Find("#walk-error")).ToContainTextAsync(words);
        await visit.Find("[data-slot=from] input").FillAsync("walk(7.3, 8.0, 0.5)");
        await Expect(visit.Find("#walk-error")).ToHaveTextAsync("");
        await visit.RequireAddress(@"from=walk\(7\.3,8\.0,0\.5\)");
    }

    [TestMethod]
    [DataRow("#/generate?seed=minus&count=9999&columns=x&first=-4&truncation=wide", "#generate-pictures")]
    [DataRow("#/nowhere?seed=3", "#generate-pictures")]
    [DataRow("#%%%", "#generate-pictures")]
    [DataRow("#/walk?at=7&from=7.1&to=7.2", "#walk-pictures")]
    [DataRow("#/blend?part=7.1", "#parts")]
    [DataRow("#/generate?seed=7&count=24&model=gone", "#generate-pictures")]
    public async Task AWrongAddressShowsTheDefaults(string address, string shown)
    {
        await using var visit = await Visit.To(_studio, address);
        await Expect(visit.Find(shown)).ToBeVisibleAsync();
        await visit.Pixels($"{shown} canvas >> nth=0");
    }

    [TestMethod]
    public async Task AWrongRecipeInTheAddressIsSaid()
    {
        await using var visit = await Visit.To(_studio, "#/variations?of=walk(7.0");
        await Expect(visit.Find("#variations-error")).ToContainTextAsync("expected");
        await visit.Find("[data-slot=of] input").FillAsync("7.1");
        await Expect(visit.Find("#variations-error")).ToHaveTextAsync("");
        await visit.RequirePixels("#variations-pictures [role=option]:first-child canvas",
            await _studio.Get("api/generate?picture=7.1&format=raw"), "mended");
    }
}
