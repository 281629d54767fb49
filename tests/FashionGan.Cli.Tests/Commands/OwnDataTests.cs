using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>Pictures of one's own in the files that people have; a command asks only for what it uses.</summary>
[TestClass]
public class OwnDataTests
{
    [TestMethod]
    public void WhatTheProgramDrewIsTrainedOnAndOtherFilesAreMissedWhereTheyAreUsed()
    {
        var drawn = Path.Combine(Directory.CreateDirectory(Workplace.Folder("drawn")).FullName, "generated-images-idx3-ubyte.gz");
        ProgramRun.Of("generate", "--model", Workplace.Model, "--count", "8", "--format", "idx", "--out", drawn).RequireSuccess();
        foreach (var data in new[] { drawn, Path.GetDirectoryName(drawn)! })
        {
            var run = Workplace.Folder(data == drawn ? "of-a-file" : "of-a-folder");
            var training = ProgramRun.Of("train", "--data", data, "--out", run, "--epochs", "1", "--batch-size", "4", "--latent-dim", "4");
            Assert.AreEqual(0, training.ExitCode, training.Error);
            ProgramRun.Of("evaluate", "--run", run, "--out", Workplace.Folder("judged")).RequireFailure(1,
                "it has neither test nor validation pictures, and of its 8 training pictures too few");
            ProgramRun.Of("train-classifier", "--data", data, "--out", Workplace.Folder("classifier.safetensors"))
                .RequireFailure(1, "has no file of labels");
        }
    }

    [TestMethod]
    public void DottedNamesBelowRawWithoutLabelsAreTrainedOn()
    {
        var raw = Directory.CreateDirectory(Workplace.Folder("torch/raw")).FullName;
        File.Copy(Path.Combine(Workplace.Data, "train-images-idx3-ubyte.gz"), Path.Combine(raw, "train-images.idx3-ubyte.gz"));
        var training = ProgramRun.Of("train", "--data", Workplace.Folder("torch"), "--out", Workplace.Folder("of-torch"), "--epochs", "1",
            "--batch-size", "8", "--latent-dim", "4");
        Assert.AreEqual(0, training.ExitCode, training.Error);
        // The run remembers its data.
        ProgramRun.Of("train", "--resume", "--out", Workplace.Folder("of-torch"), "--epochs", "2").RequireSuccess();
    }

    [TestMethod]
    public void AFolderOfPicturesIsTrainedOn()
    {
        var folder = Workplace.Folder("pictures");
        ProgramRun.Of("generate", "--model", Workplace.Model, "--count", "4", "--format", "png", "--out", folder).RequireSuccess();
        var training = ProgramRun.Of("train", "--data", folder, "--out", Workplace.Folder("of-pictures"), "--epochs", "1",
            "--batch-size", "4", "--latent-dim", "4").RequireSuccess();
        StringAssert.Contains(training.Output, "Preparing 4 pictures, once: they are kept in the cache.\nTraining on 4 pictures, 1 step");
        var again = ProgramRun.Of("train", "--resume", "--out", Workplace.Folder("of-pictures"), "--epochs", "2").RequireSuccess();
        StringAssert.StartsWith(again.Output, "Training on 4 pictures, 1 step");
    }
}
