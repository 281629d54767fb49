using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using Tensorflow.Serialization;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>What a training run shows and leaves.</summary>
[TestClass]
public class TrainTests
{
    [TestMethod]
    public void ASampleIsDrawnAfterEachEpoch()
    {
        var samples = Directory.GetFiles(Path.Combine(Workplace.Trained, "samples"), "epoch_*").Order().ToArray();
        CollectionAssert.AreEqual(new[] { "epoch_01.png", "epoch_02.png" }, samples.Select(Path.GetFileName).ToArray());
        foreach (var sample in samples)
        {
            var picture = PictureReader.Read(sample);
            Assert.AreEqual((8 * 30 - 2, 8 * 30 - 2, 1), (picture.Width, picture.Height, picture.Channels));
        }
    }

    [TestMethod]
    public void RunHoldsConfigurationHistoryAndWeights()
    {
        var run = Path.Combine(Workplace.Trained, "run");
        CollectionAssert.AreEqual(
            new[] { "checkpoint.previous.safetensors", "checkpoint.safetensors", "config.json", "discriminator.safetensors",
                "generator.raw.safetensors", "generator.safetensors", "history.csv", "history.jsonl", "lock", "lock.pid", "steps.csv" },
            Directory.GetFileSystemEntries(run).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray());
        Assert.AreEqual(new Tensorflow.Shape(Workplace.LatentDim, 7 * 7 * 256), SafeTensors.load(Workplace.Model).shape("dense/kernel"));

        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(run, "config.json")));
        var options = config.RootElement.GetProperty("options");
        Assert.AreEqual(Workplace.Epochs, options.GetProperty("epochs").GetInt32());
        Assert.AreEqual(16, options.GetProperty("batch_size").GetInt32());
        Assert.AreEqual(4e-4, options.GetProperty("learning_rate").GetDouble());
        Assert.AreEqual(Workplace.Data, options.GetProperty("data").GetString());
        Assert.AreEqual(TinyDataset.Images, config.RootElement.GetProperty("images").GetInt32());
        Assert.AreEqual(2, config.RootElement.GetProperty("threads").GetInt32());
    }

    [TestMethod]
    public void BothHistoriesSayTheSame()
    {
        var csv = File.ReadAllLines(Path.Combine(Workplace.Trained, "run", "history.csv")).Select(line => line.Split(',')).ToArray();
        var json = File.ReadAllLines(Path.Combine(Workplace.Trained, "run", "history.jsonl"));
        Assert.HasCount(Workplace.Epochs + 1, csv);
        Assert.HasCount(Workplace.Epochs, json);
        CollectionAssert.AreEqual(
            new[] { "epoch", "step", "d_loss", "g_loss", "d_real", "d_fake", "d_accuracy_real", "d_accuracy_fake", "images_per_second",
                "seconds" }, csv[0]);
        for (var epoch = 1; epoch <= Workplace.Epochs; epoch++)
        {
            using var row = JsonDocument.Parse(json[epoch - 1]);
            Assert.AreEqual(epoch, row.RootElement.GetProperty("epoch").GetInt32());
            for (var column = 0; column < csv[0].Length; column++)
                Assert.AreEqual(row.RootElement.GetProperty(csv[0][column]).GetDouble(),
                    double.Parse(csv[epoch][column], CultureInfo.InvariantCulture));
            Assert.IsGreaterThan(0, row.RootElement.GetProperty("d_loss").GetDouble());
            Assert.AreEqual(epoch * (TinyDataset.Images / 16), row.RootElement.GetProperty("step").GetInt32());
            Assert.IsGreaterThan(0, row.RootElement.GetProperty("images_per_second").GetDouble());
            Assert.AreEqual(0.5, row.RootElement.GetProperty("d_accuracy_real").GetDouble(), 0.5);
            Assert.AreEqual(0.5, row.RootElement.GetProperty("d_accuracy_fake").GetDouble(), 0.5);
        }
    }

    [TestMethod]
    public void APipeGetsOnePlainLineAnEpoch()
    {
        Assert.IsNotNull(Workplace.Trained);
        var lines = Workplace.TrainingOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.HasCount(1 + Workplace.Epochs + 3, lines);
        var (samples, run) = (Path.Combine(Workplace.Trained, "samples"), Path.Combine(Workplace.Trained, "run"));
        Assert.AreEqual($"Training on {TinyDataset.Images} pictures, 2 steps of 16 an epoch (8 pictures are left out, others each time), " +
            $"{Workplace.Epochs} epochs; writing to {samples} and {run}.", lines[0]);
        for (var epoch = 1; epoch <= Workplace.Epochs; epoch++)
        {
            StringAssert.StartsWith(lines[epoch], $"epoch {epoch}/{Workplace.Epochs}  ");
            foreach (var part in new[] { "images/s", "d_loss", "g_loss", "d_real", "d_fake", "d_accuracy_real", "d_accuracy_fake" })
                StringAssert.Contains(lines[epoch], part);
        }

        Assert.IsFalse(Workplace.TrainingOutput.Any(character => char.IsControl(character) && character != '\n'), "escape codes in a pipe");
    }

    [TestMethod]
    public void ItEndsWithWhatToTryNextAndThatCanBePasted()
    {
        Assert.IsNotNull(Workplace.Trained);
        var lines = Workplace.TrainingOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.AreEqual($"See it in a browser: {ProgramRun.Program} serve --run {Workplace.Trained}", lines[^1]);
        StringAssert.StartsWith(lines[^2], "Draw with it: ");
        var (picture, line) = (Workplace.Folder("clothes.png"), lines[^2]["Draw with it: ".Length..]);
        StringAssert.EndsWith(line, " --out clothes.png");
        using var shell = Process.Start(new ProcessStartInfo("bash", ["-c", line.Replace("clothes.png", picture, StringComparison.Ordinal)])
            { WorkingDirectory = Path.GetTempPath() })!;
        shell.WaitForExit();
        Assert.AreEqual(8 * 28, PictureReader.Read(picture).Width);
    }

    [TestMethod]
    public void OnePictureIsTooFew() =>
        ProgramRun.Of("train", "--data", Workplace.Data, "--out", Workplace.Folder("one"), "--limit", "1")
            .RequireFailure(1, "There is only one picture to train on; it takes 2 at least.");

    [TestMethod]
    public void TheSameSeedGivesTheSameWeightsOnAnyNumberOfThreads()
    {
        var other = Workplace.Folder("one-thread");
        ProgramRun.Of(
            "train", "--data", Workplace.Data, "--out", other, "--epochs", $"{Workplace.Epochs}", "--batch-size", "16", "--latent-dim",
            $"{Workplace.LatentDim}", "--threads", "1").RequireSuccess();
        foreach (var name in new[] { "run/generator.safetensors", "run/discriminator.safetensors", "samples/epoch_02.png" })
            CollectionAssert.AreEqual(
                File.ReadAllBytes(Path.Combine(Workplace.Trained, name)), File.ReadAllBytes(Path.Combine(other, name)), name);
    }

    [TestMethod]
    public void DryRunTrainsNothing()
    {
        var output = Workplace.Folder("dry");
        var run = ProgramRun.Of("train", "--data", Workplace.Data, "--out", output, "--batch-size", "20", "--limit", "30", "--dry-run")
            .RequireSuccess();
        foreach (var part in new[] { "\"batch_size\": 20", "\"images\": 30", "\"generator\"", "\"discriminator\"", "2,330,944", "212,865",
            " GFLOP (", " without padding) and ", "an epoch has 1 step (10 pictures are left out, others each time), " })
            StringAssert.Contains(run.Output, part);
        Assert.IsFalse(Path.Exists(output));
    }
}
