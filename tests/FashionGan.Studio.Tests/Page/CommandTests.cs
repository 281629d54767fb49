using FashionGanTf.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Command lines on the page begin with what was really called, so that they can be pasted.</summary>
[TestClass]
public sealed class CommandTests
{
    private const string Program = "dotnet run --project src/FashionGan.Cli --";

    [TestMethod]
    public async Task EachBeginsWithWhatWasCalled()
    {
        await using var studio = await Studio.Start(program: Program);
        await using var visit = await Visit.To(studio, "#/generate?seed=7");
        await visit.Find("#generate [data-take]").ClickAsync();
        await Expect(visit.Find("#command")).ToContainTextAsync($"{Program} generate --model");
        await visit.Go("#/training");
        await Expect(visit.Find("#serve-command")).ToHaveTextAsync($"{Program} serve --run .");
        await Expect(visit.Find("#allow-command")).ToHaveTextAsync($"{Program} serve --runs my-runs --allow-training");
        await visit.Find("[data-copy=allow-command]").ClickAsync();
        await Expect(visit.Find("#toast")).ToHaveTextAsync("The command is on the clipboard.");
        Assert.AreEqual($"{Program} serve --runs my-runs --allow-training",
            await visit.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [TestMethod]
    public async Task AStoppedRunSaysHowToGoOn()
    {
        var folder = Workplace.Path("stopped with $pace");
        WrittenPageRun.Write(folder, epochs: 2, planned: 4, isTraining: false);
        await using var studio = await Studio.Start(run: folder, program: Program);
        await using var visit = await Visit.To(studio, "#/training", 360, 740);
        await Expect(visit.Find("#training-state"))
            .ToHaveTextAsync($"Stopped after 2 of 4 epochs. To go on: {Program} train --resume --out '{folder}'");
        Assert.AreEqual(360, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), "nothing is wider than a phone");
    }
}
