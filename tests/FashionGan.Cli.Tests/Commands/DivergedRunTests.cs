using FashionGanTf.Cli.Tests.Support;
using Tensorflow;
using Tensorflow.Serialization;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>A run whose numbers are no longer numbers, as a broken memory would make it.</summary>
[TestClass]
public class DivergedRunTests
{
    [TestMethod]
    public void OneLineAndTheCheckpointBeforeStays()
    {
        var output = Workplace.Folder("diverged");
        Workplace.CopyTrained(output);
        var run = Path.Combine(output, "run");
        var newest = Path.Combine(run, "checkpoint.safetensors");
        Poison(newest, "generator/dense/kernel");
        var before = Directory.GetFiles(run, "*.safetensors").Order(StringComparer.Ordinal).ToDictionary(path => path, File.ReadAllBytes);
        Assert.HasCount(5, before);

        var end = ProgramRun.Of("train", "--resume", "--epochs", $"{Workplace.Epochs + 1}", "--out", output);

        end.RequireFailure(1, "The losses are no longer finite: step 1 of epoch 3, d_loss NaN, g_loss NaN. Train anew with a lower " +
            "--learning-rate (it is 0.0004); ");
        Assert.IsFalse(end.Output.Contains("epoch 3/3  ", StringComparison.Ordinal), end.Output);
        CollectionAssert.AreEqual(before.Keys, Directory.GetFiles(run, "*.safetensors").Order(StringComparer.Ordinal).ToArray());
        foreach (var (path, bytes) in before)
            CollectionAssert.AreEqual(bytes, File.ReadAllBytes(path), path);

        // With the bad one gone, the good one before it goes on.
        File.Delete(newest);
        Assert.AreEqual(0, ProgramRun.Of("train", "--resume", "--epochs", $"{Workplace.Epochs + 1}", "--out", output).ExitCode);
        Assert.HasCount(1 + Workplace.Epochs + 1, File.ReadAllLines(Path.Combine(run, "history.csv")));
    }

    /// <summary>Makes one weight of a checkpoint NaN, with a checksum that fits.</summary>
    private static void Poison(string path, string name)
    {
        var file = SafeTensors.load(path);
        var texts = file.metadata.Where(text => text.Key != "sha256").ToDictionary();
        Assert.IsTrue(file.contains(name), string.Join(' ', file.names));
        SafeTensors.save(path, file.names.Select(each => (each, each == name ? file.tensor(each) * float.NaN : file.tensor(each))).ToList(),
            texts, checksum: true);
    }
}
