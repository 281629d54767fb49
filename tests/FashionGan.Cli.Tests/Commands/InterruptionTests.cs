using System.Diagnostics;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using Tensorflow.Serialization;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>Ctrl-C and SIGTERM while training.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public class InterruptionTests
{
    [TestMethod]
    [DataRow("INT", 130)]
    [DataRow("TERM", 143)]
    public void TheFirstSignalSavesAndSaysHowToGoOn(string signal, int exitCode)
    {
        var output = Workplace.Folder($"interrupted by {signal}");
        using var process = ProgramRun.Start("train", "--data", Workplace.Data, "--out", output, "--epochs", "100000", "--batch-size", "8",
            "--latent-dim", "4");
        var error = process.StandardError.ReadToEndAsync();
        StringAssert.StartsWith(process.StandardOutput.ReadLine(), "Training on ");
        StringAssert.StartsWith(process.StandardOutput.ReadLine(), "epoch 1/", "no epoch came to its end");
        var rest = process.StandardOutput.ReadToEndAsync();

        Send(process, signal);

        ProgramRun.End(process, () => rest.Result, () => error.Result)
            .RequireFailure(exitCode,
                $"interrupted; the run is saved. Go on with: {ProgramRun.Program} train --resume --out '{output}'");
        Workplace.RequireNothingHalfWritten(output);
        Assert.IsGreaterThan(28, PictureReader.Read(Path.Combine(output, "samples", "epoch_000001.png")).Width);
        Assert.IsTrue(SafeTensors.load(Path.Combine(output, "run", "generator.safetensors")).contains("dense/kernel"));
    }

    [TestMethod]
    [DataRow("INT", 130)]
    [DataRow("TERM", 143)]
    public void TheSecondSignalEndsAtOnce(string signal, int exitCode)
    {
        // One step of it takes seconds, which the first signal waits for.
        var (data, output) = (Workplace.Folder($"large-{signal}"), Workplace.Folder($"twice-{signal}"));
        TinyDataset.Write(data, 2048);
        using var process =
            ProgramRun.Start("train", "--data", data, "--out", output, "--batch-size", "2048", "--latent-dim", "4", "--threads", "1");
        var (text, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var config = Path.Combine(output, "run", "config.json");
        for (var waited = 0; !File.Exists(config) && waited < 60_000; waited += 10)
            Thread.Sleep(10);
        Assert.IsTrue(File.Exists(config), "training did not begin");

        Send(process, signal);
        Thread.Sleep(100);
        Send(process, signal);

        var run = ProgramRun.End(process, () => text.Result, () => error.Result);
        Assert.AreEqual((exitCode, ""), (run.ExitCode, run.Error), "it did not wait for the step, and had nothing to say");
        Assert.IsFalse(File.Exists(Path.Combine(output, "run", "generator.safetensors")), "the step came to its end");
        ProgramRun.Of("train", "--data", data, "--out", output).RequireFailure(1, "holds a run already");
    }

    [TestMethod]
    [DataRow("augment --train 100000 --per-class 1", "Training on ", "interrupted; the run is saved. Go on with:")]
    [DataRow("study-augmentation --steps 100000 --per-class 4", "0 of 15 ", "interrupted; finished classifiers are kept. Go on with:")]
    public void WhatCanBeGoneOnWithSaysHow(string line, string begins, string complaint)
    {
        var words = line.Split(' ');
        var output = Workplace.Folder($"interrupted {words[0]}");
        using var process = ProgramRun.Start([.. words, "--data", Workplace.Data, "--out", output]);
        var error = process.StandardError.ReadToEndAsync();
        StringAssert.StartsWith(process.StandardOutput.ReadLine(), begins);
        var rest = process.StandardOutput.ReadToEndAsync();
        Send(process, "INT");

        ProgramRun.End(process, () => rest.Result, () => error.Result).RequireFailure(
            130, $"{complaint} {ProgramRun.Program} {line} --data {Workplace.Data} --out '{output}'");
        Assert.IsFalse(File.Exists(Path.Combine(output, "train-images-idx3-ubyte.gz")));
    }

    [TestMethod]
    public void ADryRunIsInterruptedBetweenItsSteps()
    {
        var data = Workplace.Folder("large-dry");
        TinyDataset.Write(data, 512);
        using var process = ProgramRun.Start("train", "--data", data, "--out", Workplace.Folder("dry"), "--batch-size", "512", "--dry-run",
            "--threads", "1");
        var error = process.StandardError.ReadToEndAsync();
        while (process.StandardOutput.ReadLine() is { } line && !line.Contains("\"discriminator\"", StringComparison.Ordinal))
        {
        }

        Send(process, "INT");

        var rest = process.StandardOutput.ReadToEndAsync();
        ProgramRun.End(process, () => rest.Result, () => error.Result).RequireFailure(130, "interrupted.");
        Assert.IsFalse(rest.Result.Contains("GFLOP", StringComparison.Ordinal), "it measured to the end");
    }

    [TestMethod]
    [DataRow("INT", 130)]
    [DataRow("TERM", 143)]
    public void PicturesThatAreDrawnAreCounted(string signal, int exitCode)
    {
        var folder = Workplace.Folder($"drawn until {signal}");
        var run = Interrupt(signal, () => File.Exists(Path.Combine(folder, "image_000000.png")),
            "generate", "--model", Workplace.Model, "--count", "1000000", "--out", folder);
        run.RequireFailure(exitCode, $"interrupted; the first {Directory.GetFiles(folder).Length} of 1000000 pictures are in {folder}.");
        Workplace.RequireNothingHalfWritten(folder);
    }

    [TestMethod]
    [DataRow("INT", 130)]
    [DataRow("TERM", 143)]
    public void AFileThatIsHalfDrawnIsNotWritten(string signal, int exitCode)
    {
        var folder = Directory.CreateDirectory(Workplace.Folder($"half drawn until {signal}")).FullName;
        var file = Path.Combine(folder, "pictures.zip");
        var run = Interrupt(signal, () => Directory.EnumerateFiles(folder).Any(path => new FileInfo(path).Length > 0),
            "generate", "--model", Workplace.Model, "--count", "1000000", "--out", file);
        run.RequireFailure(exitCode, $"interrupted; {file} was not written.");
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder));
    }

    [TestMethod]
    [DataRow("INT", 130)]
    [DataRow("TERM", 143)]
    public void AClassifierThatIsHalfTrainedIsNotWritten(string signal, int exitCode)
    {
        var (data, file) = (Workplace.Folder($"for a classifier-{signal}"), Workplace.Folder($"classifier-{signal}.safetensors"));
        TinyDataset.Write(data, 2048);
        using var process = ProgramRun.Start("train-classifier", "--data", data, "--out", file);
        var error = process.StandardError.ReadToEndAsync();
        StringAssert.StartsWith(process.StandardOutput.ReadLine(), "Training on 2048 pictures");
        Send(process, signal);
        var rest = process.StandardOutput.ReadToEndAsync();
        ProgramRun.End(process, () => rest.Result, () => error.Result).RequireFailure(exitCode, $"interrupted; {file} was not written.");
        Assert.IsFalse(File.Exists(file));
    }

    /// <summary>Starts the program and interrupts it when something is so.</summary>
    private static ProgramRun Interrupt(string signal, Func<bool> isSo, params string[] arguments)
    {
        using var process = ProgramRun.Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        for (var waited = 0; !isSo() && waited < 60_000; waited += 10)
            Thread.Sleep(10);
        Send(process, signal);
        return ProgramRun.End(process, () => output.Result, () => error.Result);
    }

    private static void Send(Process process, string signal) => Process.Start("kill", [$"-{signal}", $"{process.Id}"])!.WaitForExit();
}
