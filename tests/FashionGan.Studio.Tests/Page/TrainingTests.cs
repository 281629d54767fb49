using FashionGanTf.Models;
using FashionGanTf.Studio.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Training: a run's curves and pictures, live, with a slider over epochs.</summary>
[TestClass]
public sealed class TrainingTests
{
    [TestMethod]
    public async Task WithoutARunThePageSaysHowToWatchOne()
    {
        await using var studio = await Studio.Start();
        await using var visit = await Visit.To(studio, "#/training");
        await Expect(visit.Find("#no-run")).ToContainTextAsync("serve --run");
        await Expect(visit.Find("#run")).ToBeHiddenAsync();
    }

    [TestMethod]
    public async Task CurvesAndPicturesComeWhileItTrains()
    {
        var folder = Workplace.Path("live");
        await using var studio = await Studio.Start(run: folder);
        await using var visit = await Visit.To(studio, "#/training");
        await Expect(visit.Find("#training-state")).ToContainTextAsync("Waiting");

        WrittenPageRun.Write(folder, epochs: 2, planned: 4);
        await Expect(visit.Find("#training-state")).ToContainTextAsync("2 of 4 epochs");
        await Expect(visit.Find("#epoch-value")).ToHaveTextAsync("2 of 4");
        await Expect(visit.Find("#losses-words")).ToContainTextAsync("g_loss: 1.10 after epoch 2");
        await Expect(visit.Find("#epoch-picture")).ToHaveAttributeAsync("data-epoch", "2");
        Assert.HasCount(2, await Points(visit));

        WrittenPageRun.Write(folder, epochs: 3, planned: 4);
        await Expect(visit.Find("#epoch-value")).ToHaveTextAsync("3 of 4");
        await Expect(visit.Find("#epoch-picture")).ToHaveAttributeAsync("data-epoch", "3");
        Assert.HasCount(3, await Points(visit));

        // Who looks at an earlier epoch stays there while others come.
        await visit.Slide("#epoch", 1);
        await Expect(visit.Find("#epoch-picture")).ToHaveAttributeAsync("data-epoch", "1");
        await visit.RequireAddress("epoch=1");
        WrittenPageRun.Write(folder, epochs: 4, planned: 4);
        await Expect(visit.Find("#training-state")).ToContainTextAsync("4");
        await Expect(visit.Find("#epoch-value")).ToHaveTextAsync("1 of 4");
        await visit.Reload();
        await Expect(visit.Find("#epoch-value")).ToHaveTextAsync("1 of 4");

        // The server goes and comes: the page follows the run again.
        visit.MayLoseRequests = true;
        await studio.GoAway();
        await Expect(visit.Find("#away")).ToBeVisibleAsync();
        await studio.ComeBack();
        WrittenPageRun.Write(folder, epochs: 2, planned: 3);
        await Expect(visit.Find("#epoch-value")).ToHaveTextAsync("1 of 3", new() { Timeout = 20_000 });
        await Expect(visit.Find("#away")).ToBeHiddenAsync();
    }

    [TestMethod]
    public async Task UntilARunDrawsTheGeneratorThatShipsDoes()
    {
        var folder = Workplace.Path("young");
        await using var studio = await Studio.Start(run: folder, hasModel: false);
        await using var visit = await Visit.To(studio, "#/generate?seed=7");
        const string First = "#generate-pictures [role=option]:first-child canvas", Picture = "api/generate?seed=7&count=1&format=raw";
        await Expect(visit.Find("#notice")).ToContainTextAsync("until then conditional does");
        await visit.RequirePixels(First, await studio.Get(Picture), "drawn by the generator that ships");
        foreach (var room in new[] { "variations", "walk", "blend", "board", "training" })
        {
            await visit.Find($".tabs a[data-view={room}]").ClickAsync();
            await Expect(visit.Find($"#{room}")).ToBeVisibleAsync();
        }

        await Expect(visit.Find("#training-state")).ToContainTextAsync("Waiting");
        await visit.Find(".tabs a[data-view=generate]").ClickAsync();
        Directory.CreateDirectory(Path.Combine(folder, "run"));
        File.Copy(Workplace.Model, Path.Combine(folder, "run", "generator.safetensors"));
        WrittenPageRun.Write(folder, epochs: 1, planned: 4);
        await Expect(visit.Find("#toast")).ToContainTextAsync("it draws from now on");
        await Expect(visit.Find("#notice")).ToBeHiddenAsync();
        await visit.RequirePixels(First, await studio.Get(Picture), "drawn by the run");
    }

    [TestMethod]
    public async Task BeforeTheFirstEpochHasEndedThereAreNoAxes()
    {
        var folder = Workplace.Path("no axes");
        WrittenPageRun.Write(folder, epochs: 0, planned: 4);
        await using var studio = await Studio.Start(run: folder);
        await using var visit = await Visit.To(studio, "#/training");
        await Expect(visit.Find("#training-state")).ToContainTextAsync("the first of 4 epochs");
        await Expect(visit.Find("#losses svg")).ToHaveCountAsync(0);
        await Expect(visit.Find("#losses")).ToHaveAttributeAsync("data-empty", "The first point comes when the first epoch ends.");
    }

    [TestMethod]
    public async Task PicturesOfARunThatLearnsOnAreDrawnAnew()
    {
        var folder = Workplace.Path("learning");
        Directory.CreateDirectory(Path.Combine(folder, "run"));
        var weights = Path.Combine(folder, "run", "generator.safetensors");
        File.Copy(Workplace.Model, weights);
        WrittenPageRun.Write(folder, epochs: 1, planned: 4);
        await using var studio = await Studio.Start(run: folder, hasModel: false);
        await using var visit = await Visit.To(studio, "#/generate?seed=7");
        const string First = "#generate-pictures [role=option]:first-child canvas", Picture = "api/generate?seed=7&count=1&format=raw";
        await visit.RequirePixels(First, await studio.Get(Picture), "drawn after an epoch");

        FashionGan.Pretrained().Save(weights);
        WrittenPageRun.Write(folder, epochs: 2, planned: 4);
        await Expect(visit.Find("#toast")).ToContainTextAsync("drawn anew");
        await visit.RequirePixels(First, await studio.Get(Picture), "drawn after two");
    }

    [TestMethod]
    public async Task TheCurvesHaveTheNamesOfTheLogsAndSayWhatTheyMean()
    {
        var folder = Workplace.Path("named");
        WrittenPageRun.Write(folder, epochs: 2, planned: 4);
        await using var studio = await Studio.Start(run: folder);
        await using var visit = await Visit.To(studio, "#/training");
        await Expect(visit.Find("#losses .legend")).ToHaveTextAsync(["g_loss 1.10", "d_loss 1.20"]);
        await Expect(visit.Find("#judgement .legend")).ToHaveTextAsync(["d_fake 0.40", "d_real 0.60"]);
        foreach (var (chart, names) in new[] { ("losses", new[] { "g_loss", "d_loss" }), ("judgement", ["d_fake", "d_real"]) })
            await Expect(visit.Find($"#{chart}-meanings li"))
                .ToHaveTextAsync([.. names.Select(name => $"{name}: {GanLogs.Meanings[name]}")]);
        await Expect(visit.Find("#judgement")).ToHaveAccessibleNameAsync(
            "How real the discriminator finds pictures d_fake: 0.40 after epoch 2. d_real: 0.60 after epoch 2.");
    }

    [TestMethod]
    public async Task TheEpochsPlay()
    {
        var folder = Workplace.Path("played");
        WrittenPageRun.Write(folder, epochs: 4, planned: 4);
        await using var studio = await Studio.Start(run: folder);
        await using var visit = await Visit.To(studio, "#/training");
        await Expect(visit.Find("#epoch-value")).ToHaveTextAsync("4 of 4");
        // Noted by the page itself: a busy machine may look away for longer than an epoch is shown.
        await visit.Page.EvaluateAsync(
            "() => { const value = document.getElementById('epoch-value'); window.seen = []; new MutationObserver(() => " +
            "window.seen.push(value.textContent)).observe(value, { childList: true }); }");
        await visit.Find("#epoch-play").ClickAsync();
        await visit.Page.WaitForFunctionAsync("() => window.seen.at(-1) === '4 of 4'");
        CollectionAssert.AreEqual(new[] { "1 of 4", "2 of 4", "3 of 4", "4 of 4" },
            await visit.Page.EvaluateAsync<string[]>("() => [...new Set(window.seen)]"));
        await Expect(visit.Find("#epoch-play")).ToHaveAttributeAsync("aria-pressed", "false");
    }

    /// <summary>The ends of the generator's line, in pixels.</summary>
    private static Task<string[]> Points(Visit visit) =>
        visit.Page.EvaluateAsync<string[]>(
            "() => document.querySelector('#losses path.first').getAttribute('d').split(/[ML]/).filter(point => point)");
}
