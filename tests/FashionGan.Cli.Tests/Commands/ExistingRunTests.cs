using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>A second training in a folder that holds a run, or in which one is under way.</summary>
[TestClass]
public class ExistingRunTests
{
    [TestMethod]
    public void ASecondTrainingDestroysNothing()
    {
        var before = Contents(Workplace.Trained);
        ProgramRun.Of("train", "--data", Workplace.Data, "--out", Workplace.Trained).RequireFailure(
            1, $"fashion-gan: {Workplace.Trained} holds a run already: go on with it with --resume, choose another folder with --out, or " +
            $"replace it with --overwrite.\n");
        CollectionAssert.AreEqual(before, Contents(Workplace.Trained));
    }

    [TestMethod]
    public void OverwriteRemovesTheOldRunAndNothingElse()
    {
        var output = Workplace.Folder("overwritten");
        Directory.CreateDirectory(Path.Combine(output, "samples"));
        Directory.CreateDirectory(Path.Combine(output, "run"));
        foreach (var file in new[]
            { "samples/epoch_01.png", "samples/epoch_02.png", "samples/mine.png", "run/history.csv", "run/notes.txt" })
            File.WriteAllText(Path.Combine(output, file), "old");

        ProgramRun.Of("train", "--data", Workplace.Data, "--out", output, "--epochs", "1", "--batch-size", "32", "--latent-dim", "4",
            "--overwrite").RequireSuccess();

        Assert.IsFalse(File.Exists(Path.Combine(output, "samples", "epoch_02.png")), "a picture of the old run");
        Assert.AreNotEqual("old", File.ReadAllText(Path.Combine(output, "run", "history.csv")));
        foreach (var file in new[] { "samples/mine.png", "run/notes.txt" })
            Assert.AreEqual("old", File.ReadAllText(Path.Combine(output, file)));
    }

    [TestMethod]
    public void TwoTrainingsDoNotShareAFolder()
    {
        var output = Workplace.Folder("shared");
        string[] train =
            ["train", "--data", Workplace.Data, "--out", output, "--epochs", "100000", "--batch-size", "8", "--latent-dim", "4"];
        using var first = ProgramRun.Start(train);
        try
        {
            Assert.IsNotNull(first.StandardOutput.ReadLine());
            ProgramRun.Of([.. train, "--overwrite"]).RequireFailure(1, $"Another training, process {first.Id}, is writing to {output}; ");
        }
        finally
        {
            // The lock dies with its process, however that dies.
            first.Kill();
            first.WaitForExit();
        }

        ProgramRun.Of("train", "--data", Workplace.Data, "--out", output, "--epochs", "1", "--batch-size", "32", "--latent-dim", "4",
            "--overwrite").RequireSuccess();
    }

    private static string[] Contents(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{file} {Convert.ToHexString(File.ReadAllBytes(file))}")];
}
