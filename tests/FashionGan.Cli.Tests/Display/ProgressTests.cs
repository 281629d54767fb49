using FashionGanTf.Cli.Display;
using Spectre.Console;

namespace FashionGanTf.Cli.Tests.Display;

/// <summary>What a run shows, as text.</summary>
[TestClass]
public class ProgressTests
{
    private static readonly Dictionary<string, float> s_logs =
        new() { ["d_loss"] = 1.38629f, ["g_loss"] = 0.69314f, ["d_real"] = 0.5f, ["d_fake"] = 0.25f };

    [TestMethod]
    public void TimesAndRatesRead()
    {
        Assert.AreEqual("5 s", ProgressText.Time(TimeSpan.FromSeconds(5.2)));
        Assert.AreEqual("1:05", ProgressText.Time(TimeSpan.FromSeconds(65)));
        Assert.AreEqual("26:00:01", ProgressText.Time(new TimeSpan(1, 2, 0, 1)));
        Assert.AreEqual("1234 images/s", ProgressText.Rate(1234.4));
        Assert.AreEqual("9.5 images/s", ProgressText.Rate(9.5));
        Assert.AreEqual("━━──", ProgressText.Bar(0.5, 4));
        Assert.AreEqual("━━━━", ProgressText.Bar(2, 4));
    }

    [TestMethod]
    public void WhatIsCountedReads()
    {
        Assert.AreEqual("1 step", ProgressText.Count(1, "step"));
        Assert.AreEqual("0 steps", ProgressText.Count(0, "step"));
        Assert.AreEqual("3 steps an epoch", ProgressText.Steps(3, " an epoch", 0));
        Assert.AreEqual("1 step (1 picture is left out, another each time)", ProgressText.Steps(1, "", 1));
        Assert.AreEqual("3 steps of 64 (8 pictures are left out, others each time)", ProgressText.Steps(3, " of 64", 8));
    }

    [TestMethod]
    public void APlainLineAnEpoch()
    {
        using var output = new StringWriter();
        var progress = new PlainProgress(output, epochs: 3, steps: 2, batchSize: 16);
        progress.on_epoch_begin(1);
        progress.on_train_batch_end(0, s_logs);
        progress.on_train_batch_end(1, s_logs);
        progress.on_epoch_end(1, s_logs);
        StringAssert.Matches(output.ToString(),
            new(@"^epoch 2/3  0 s  \d+ images/s  d_loss 1\.3863  g_loss 0\.6931  d_real 0\.5000  d_fake 0\.2500\r?\n$"));
    }

    [TestMethod]
    [DataRow(99)]
    [DataRow(80)]
    [DataRow(40)]
    [DataRow(10)]
    public void ANarrowTerminalGetsTwoLinesAllTheSame(int width)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, Interactive = InteractionSupport.Yes });
        console.Profile.Width = width;
        Spectre.Console.Rendering.IRenderable? picture = null;
        console.Live(Text.Empty).Start(live =>
        {
            var progress = new LiveProgress(console, live, epochs: 50, steps: 468, batchSize: 128);
            progress.on_epoch_begin(0);
            progress.on_train_batch_end(0, s_logs);
            picture = progress.Picture(s_logs);
        });
        output.GetStringBuilder().Clear();
        console.Write(picture!);
        var lines = output.ToString().TrimEnd().Split('\n');
        Assert.HasCount(2, lines, output.ToString());
        Assert.IsTrue(lines.All(line => line.TrimEnd().Length <= width), output.ToString());
        StringAssert.StartsWith(lines[0], "epoch 1/50  step 1/468"[..Math.Min(width, 22)].TrimEnd());
        StringAssert.StartsWith(lines[1], "d_loss 1.3");
    }

    [TestMethod]
    public void ALivePictureAStep()
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Ansi = AnsiSupport.No, Interactive = InteractionSupport.Yes });
        console.Profile.Width = 200;
        console.Live(Text.Empty).Start(live =>
        {
            var progress = new LiveProgress(console, live, epochs: 3, steps: 4, batchSize: 5);
            progress.on_epoch_begin(0);
            progress.on_train_batch_end(0, s_logs);
            progress.on_train_batch_end(1, s_logs);
            console.Write(progress.Picture(s_logs));
        });
        var text = output.ToString();
        StringAssert.Contains(text, "epoch 1/3  step 2/4  " + ProgressText.Bar(0.5, 30) + "  50 %");
        StringAssert.Contains(text, " left of the epoch, ");
        StringAssert.Contains(text, "d_loss 1.3863  g_loss 0.6931  d_real 0.5000  d_fake 0.2500");
    }
}
