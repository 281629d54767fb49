using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary><c>train --resume</c>, as people use it.</summary>
[TestClass]
public class ResumeTests
{
    private static readonly string[] s_options =
        ["--data", Workplace.Data, "--epochs", "2", "--batch-size", "8", "--latent-dim", "4", "--label-noise", "0.1"];

    [TestMethod]
    public void AKilledRunGoesOnWithItsOwnOptions()
    {
        var (unbroken, killed) = (Workplace.Folder("unbroken"), Workplace.Folder("killed"));
        ProgramRun.Of(["train", .. s_options, "--out", unbroken]).RequireSuccess();
        using (var process = ProgramRun.Start(["train", .. s_options, "--out", killed, "--checkpoint-every", "0", "--threads", "1"]))
        {
            StringAssert.StartsWith(process.StandardOutput.ReadLine(), "Training on ");
            StringAssert.StartsWith(process.StandardOutput.ReadLine(), "epoch 1/");
            process.Kill();
            process.WaitForExit();
        }

        var run = ProgramRun.Of("train", "--resume", "--out", killed).RequireSuccess();
        StringAssert.Contains(run.Output, "epoch 2/2");
        foreach (var file in new[]
            { "run/generator.safetensors", "run/discriminator.safetensors", "samples/epoch_01.png", "samples/epoch_02.png" })
            CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(unbroken, file)), File.ReadAllBytes(Path.Combine(killed, file)), file);
        Assert.HasCount(3, File.ReadAllLines(Path.Combine(killed, "run", "history.csv")));

        ProgramRun.Of("train", "--resume", "--out", killed, "--seed", "2").RequireFailure(1, "--seed 2 (the run has 1)");
        var ended = ProgramRun.Of("train", "--resume", "--out", killed).RequireSuccess();
        StringAssert.StartsWith(ended.Output, $"The run in {killed} has ended after 2 epochs. Make it longer with: {ProgramRun.Program} " +
            $"train --resume --epochs 12 --out {killed}\nSamples and plots are in ");
        ProgramRun.Of("train", "--resume", "--overwrite", "--out", killed).RequireFailure(2, "give one of them");
    }

    [TestMethod]
    public void WhatIsMissingOfARunIsNamed()
    {
        var folder = Workplace.Folder("incomplete");
        Workplace.CopyTrained(folder);
        var (config, run) = (Path.Combine(folder, "run", "config.json"), Path.Combine(folder, "run"));
        var text = File.ReadAllText(config);
        File.Delete(config);
        ProgramRun.Of("train", "--resume", "--out", folder).RequireFailure(1, $"cannot go on without its {config}, which is missing");

        // Killed before its first step, it has no checkpoint.
        foreach (var file in Directory.GetFiles(run))
            File.Delete(file);
        File.WriteAllText(config, text.Replace("\"ended\": \"", "\"ended\": null, \"was\": \"", StringComparison.Ordinal));
        var again = ProgramRun.Of("train", "--resume", "--out", folder);
        Assert.AreEqual(0, again.ExitCode, again.Error);
        Assert.AreEqual($"fashion-gan: There is no checkpoint in {run}: the run begins anew with its first epoch.\n", again.Error);
    }

    [TestMethod]
    public void NothingToGoOnWith()
    {
        var folder = Workplace.Folder("nothing");
        ProgramRun.Of("train", "--resume", "--out", folder).RequireFailure(1, "holds no run to go on with");
        Assert.IsFalse(Directory.Exists(folder));
    }
}
