using FashionGanTf.Studio.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>Training: runs of a folder, two side by side, and trainings that the page begins, stops and goes on with.</summary>
[TestClass]
public sealed class TrainingFromThePageTests
{
    private static readonly string[] s_program = ["dotnet", Path.Combine(AppContext.BaseDirectory, "fashion-gan.dll")];

    [TestMethod]
    [Timeout(240_000)]
    public async Task ATrainingBeginsIsSeenWithinItsEpochStopsAndGoesOn()
    {
        await using var studio = await Studio.Start(runs: Workplace.Path("page runs"), data: Workplace.ManyPictures, trainer: s_program);
        await using var visit = await Visit.To(studio, "#/training");
        await Expect(visit.Find("#training-state")).ToHaveTextAsync("There is no run yet.");
        await Expect(visit.Find("#run")).ToBeHiddenAsync();
        await visit.Find("#run-new").ClickAsync();
        await visit.Find("#start-name").FillAsync("a/b");
        await Expect(visit.Find("#start-error")).ToContainTextAsync("letters, digits");
        await Expect(visit.Find("#start-go")).ToBeDisabledAsync();
        await visit.Find("#start-name").FillAsync("first");
        await visit.Find("#start-limit").FillAsync("63");
        await Expect(visit.Find("#start-error")).ToHaveTextAsync(
            "Pictures need a whole number from 64, those of a step, or nothing for all.");
        await visit.Find("#start-limit").FillAsync("");
        await visit.Find("#start-epochs").FillAsync("3");
        await Expect(visit.Find("#start-command")).ToContainTextAsync("train --out");
        await Expect(visit.Find("#start-command")).ToContainTextAsync("--epochs 3 --network dcgan");
        await visit.Find("#start-go").ClickAsync();
        await Expect(visit.Find("#start")).ToBeHiddenAsync();
        await visit.RequireAddress("run=first");

        await Expect(visit.Find("#training-state")).ToContainTextAsync("the first of 3 epochs", new() { Timeout = 60_000 });
        await Expect(visit.Find("#running-words")).ToContainTextAsync("of 62", new() { Timeout = 60_000 });
        await Expect(visit.Find("#running-losses path.first")).ToHaveCountAsync(1);
        await Expect(visit.Find("#losses svg")).ToHaveCountAsync(0, new() { Timeout = 1 });
        await Expect(visit.Find("#run-new")).ToBeDisabledAsync();
        await visit.Find("#run-stop").ClickAsync();
        await Expect(visit.Find("#training-state")).ToContainTextAsync("Stopped", new() { Timeout = 60_000 });
        await Expect(visit.Find("#running")).ToBeHiddenAsync();
        await visit.Find("#run-resume").ClickAsync(new() { Timeout = 60_000 });
        await Expect(visit.Find("#training-state")).ToContainTextAsync("1 of 3 epochs done", new() { Timeout = 120_000 });
        await Expect(visit.Find("#losses svg")).ToHaveCountAsync(1);
        await visit.Find("#run-stop").ClickAsync();
        await Expect(visit.Find("#run-resume")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    [TestMethod]
    public async Task ARunOfTheFolderDraws()
    {
        var folder = Workplace.Path("page models of runs");
        foreach (var run in new[] { "first", "broken" })
            WrittenPageRun.Write(Path.Combine(folder, run), epochs: 1, planned: 1, isTraining: false);
        File.Copy(Workplace.ConditionalModel, Path.Combine(folder, "first", "run", "generator.safetensors"));
        File.WriteAllText(Path.Combine(folder, "broken", "run", "generator.safetensors"), "{}");
        await using var studio = await Studio.Start(runs: folder);
        await using var visit = await Visit.To(studio);
        visit.MayFail = true;
        const string First = "#generate-pictures [role=option]:first-child canvas";
        var own = await visit.Pixels(First);
        await visit.Find("#model").SelectOptionAsync("runs/broken");
        await Expect(visit.Find("#toast")).ToContainTextAsync("a JSON file");
        await Expect(visit.Find("#model")).ToHaveValueAsync("model");
        await visit.Find("#model").SelectOptionAsync("runs/first");
        await visit.RequireAddress("model=runs/first");
        // The server reads it now.
        await Expect(visit.Find(".chip")).ToHaveCountAsync(11, new() { Timeout = 60_000 });
        var drawn = await studio.Get("api/generate?model=runs/first&seed=3&count=1&format=raw");
        CollectionAssert.AreNotEqual(own, drawn);
        await visit.RequirePixels(First, drawn, "the run draws");
        await visit.Find("#keep").ClickAsync();

        // Another server has read nothing yet: a link has it read, and a board draws with it.
        await studio.GoAway();
        await studio.ComeBack();
        await visit.Reload();
        await Expect(visit.Find(".chip")).ToHaveCountAsync(11, new() { Timeout = 60_000 });
        await visit.RequirePixels(First, drawn, "after a reload");
        await studio.GoAway();
        await studio.ComeBack();
        await visit.Go("#/board");
        await visit.RequirePixels("#board-pictures canvas", drawn, "on the board");
        var (_, board) = await visit.Download(() => visit.Find("#export-board").ClickAsync());
        StringAssert.Matches(System.Text.Encoding.UTF8.GetString(board),
            new System.Text.RegularExpressions.Regex("\"name\": \"runs/first\",\\s+\"fingerprint\": \"[0-9a-f]{64}\""));
    }

    [TestMethod]
    public async Task WhatATrainingSaysThatFailsIsOnThePage()
    {
        await using var studio = await Studio.Start(runs: Workplace.Path("failing"), data: Workplace.Data, trainer:
            ["sh", "-c", "echo 'the data are damaged' >&2; exit 1"]);
        await using var visit = await Visit.To(studio, "#/training");
        await visit.Find("#run-new").ClickAsync();
        await visit.Find("#start-name").FillAsync("broken");
        await visit.Find("#start-go").ClickAsync();
        await Expect(visit.Find("#run-error")).ToHaveTextAsync("The training of broken ended: the data are damaged");
        await visit.Find(".tabs a[data-view=generate]").ClickAsync();
        await Expect(visit.Find("#generate-pictures [role=option]").First).ToBeVisibleAsync();
    }

    [TestMethod]
    [DataRow(360, 800, ColorScheme.Light)]
    [DataRow(1440, 900, ColorScheme.Dark)]
    public async Task TwoRunsStandSideBySide(int width, int height, ColorScheme theme)
    {
        var folder = Workplace.Path($"beside {width}");
        WrittenPageRun.Write(Path.Combine(folder, "old"), epochs: 4, planned: 4, isTraining: false);
        await Task.Delay(20);
        WrittenPageRun.Write(Path.Combine(folder, "new"), epochs: 2, planned: 4);
        WrittenPageRun.WriteRunning(Path.Combine(folder, "new"));
        await using var studio = await Studio.Start(runs: folder);
        await using var visit = await Visit.To(studio, "#/training", width, height, theme);
        await Expect(visit.Find("#run-name option")).ToHaveTextAsync(["new – 2 of 4, training", "old – 4 of 4, stopped"]);
        await Expect(visit.Find("#run-new")).ToBeHiddenAsync();
        await Expect(visit.Find("#epoch-value")).ToHaveTextAsync("3 of 4, by now");
        await Expect(visit.Find("#epoch-picture")).ToHaveAttributeAsync("alt", "What the generator of new draws within epoch 3");
        await Expect(visit.Find("#running-words"))
            .ToHaveTextAsync("Step 30 of 90, 800 pictures a second, 4.8 s left of this epoch.");
        await Expect(visit.Find("#run-figures")).ToContainTextAsync("Time left");
        await visit.Find("#run-beside").SelectOptionAsync("old");
        await visit.RequireAddress("beside=old");
        await Expect(visit.Find("#beside-picture")).ToHaveAttributeAsync("data-epoch", "3");
        await Expect(visit.Find("#losses path.line")).ToHaveCountAsync(4);
        await Expect(visit.Find("#losses .legend"))
            .ToHaveTextAsync(["new g_loss 1.10", "new d_loss 1.20", "old g_loss 1.20", "old d_loss 1.20"]);
        await visit.Slide("#epoch", 1);
        await Expect(visit.Find("#beside-picture")).ToHaveAttributeAsync("data-epoch", "1");
        await visit.Reload();
        await Expect(visit.Find("#run-beside")).ToHaveValueAsync("old");
        Assert.AreEqual(0, await visit.Page.EvaluateAsync<int>(
            "() => Math.max(0, document.documentElement.scrollWidth - innerWidth)"), "nothing runs out of the window");
        await visit.Find("#run-name").SelectOptionAsync("old");
        await Expect(visit.Find("#running")).ToBeHiddenAsync();
        await Expect(visit.Find("#epoch-value")).ToHaveTextAsync("4 of 4");
    }
}
