using System.Text.Json;
using FashionGanTf.Tests.Support;
using FashionGanTf.Training;
using Tensorflow.Serialization;

namespace FashionGanTf.Tests.Training;

/// <summary>A run that learns words: its bits, and what it keeps.</summary>
[TestClass]
public class TextRunTests
{
    private const int Pictures = 22;

    [TestMethod]
    [DataRow(null)]
    [DataRow(2)]
    public void InterruptedAndResumedItEndsAsOneThatWasNot(int? replicas)
    {
        using var run = new SmallRun();
        using var folder = new TemporaryFolder();
        var options = run.Options with { Text = SmallCaptions.Write(folder, Pictures), Flip = true, Replicas = replicas };
        var (unbroken, broken) = (run.NewFolders(), run.NewFolders());
        run.Train(unbroken, RunStart.New, options: options, threads: 2);
        Assert.ThrowsExactly<OperationCanceledException>(
            () => run.Train(broken, RunStart.New, new Interruption(0, 1, asks: true), options, threads: 1));
        Assert.ThrowsExactly<KilledException>(
            () => run.Train(broken, RunStart.Resume, new Interruption(1, 3, asks: false), options, threads: 3));
        run.Train(broken, RunStart.Resume, options: options, threads: 1);
        SmallRun.RequireSame(unbroken, broken);

        var config = broken.ReadConfig();
        CollectionAssert.AreEquivalent(
            new[] { "a", "wide", "boot", "dark", "light", "shirt", "dress", "gown" }, config.Words!.ToArray());
        Assert.AreEqual(options.Text, config.Options.Text);
        var words = SafeTensors.load(Path.Combine(unbroken.Run, "generator.safetensors")).metadata["words"];
        CollectionAssert.AreEqual(config.Words!.ToArray(), JsonSerializer.Deserialize<string[]>(words));
    }

    [TestMethod]
    public void ItGoesOnWithTheSameCaptionsOnly()
    {
        using var run = new SmallRun();
        using var folder = new TemporaryFolder();
        var options = run.Options with { Text = SmallCaptions.Write(folder, Pictures) };
        var folders = run.NewFolders();
        Assert.ThrowsExactly<OperationCanceledException>(
            () => run.Train(folders, RunStart.New, new Interruption(0, 1, asks: true), options));
        StringAssert.EndsWith(
            Complaint(options with { Text = null }), "cannot go on with other options or data: no --text (the run has it).");
        // They may move.
        var moved = Path.Combine(folder.Path, "moved.jsonl");
        File.Move(options.Text!, moved);
        run.Train(folders, RunStart.Resume, options: options with { Text = moved });
        File.AppendAllLines(moved, [SmallCaptions.Line(0, "a dark dress")]);
        StringAssert.EndsWith(Complaint(options with { Text = moved }), "the captions have changed.");

        string Complaint(TrainingOptions changed) => Assert.ThrowsExactly<ArgumentException>(
            () => run.Train(folders, RunStart.Resume, options: changed)).Message;
    }

    [TestMethod]
    public void TextsAndClassesAreTwoWaysToAsk()
    {
        Assert.AreEqual("--text and --conditional are two ways to ask for pictures; give one of them.",
            new TrainingOptions { Text = "captions.jsonl", Conditional = true }.Contradiction());
        Assert.AreEqual("--text goes with the dcgan networks; --network stylegan knows classes only.",
            new TrainingOptions { Text = "captions.jsonl", Network = "stylegan" }.Contradiction());
        Assert.IsNull(new TrainingOptions { Text = "captions.jsonl", Network = "dcgan", Attention = 14 }.Contradiction());
    }
}
