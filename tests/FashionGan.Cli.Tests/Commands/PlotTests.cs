using System.Xml.Linq;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary><c>plot</c>, as people use it.</summary>
[TestClass]
public class PlotTests
{
    private static readonly string[] s_plots = ["generated_grid.png", "loss_curve.png", "loss_curve.svg", "training.png"];

    [TestMethod]
    public void TrainingEndsWithPlotsAndPlotMakesThemAnew()
    {
        var folder = Workplace.Folder("plotted");
        Workplace.CopyTrained(folder);
        var made = s_plots.ToDictionary(name => name, name => File.ReadAllBytes(Path.Combine(folder, "samples", name)));
        foreach (var name in s_plots)
            File.Delete(Path.Combine(folder, "samples", name));

        StringAssert.Contains(ProgramRun.Of("plot", "--run", folder).RequireSuccess().Output, Path.Combine(folder, "samples"));

        foreach (var (name, bytes) in made)
            CollectionAssert.AreEqual(bytes, File.ReadAllBytes(Path.Combine(folder, "samples", name)), name);
        File.Delete(Path.Combine(folder, "samples", "loss_curve.png"));
        ProgramRun.Of("train", "--resume", "--out", folder).RequireSuccess();
        CollectionAssert.AreEqual(made["loss_curve.png"], File.ReadAllBytes(Path.Combine(folder, "samples", "loss_curve.png")),
            "an ended run that is resumed draws them too");
        var grid = PictureReader.Read(Path.Combine(folder, "samples", "generated_grid.png"));
        CollectionAssert.AreEqual(
            PictureReader.Read(Path.Combine(folder, "samples", $"epoch_{Workplace.Epochs:00}.png")).Pixels, grid.Pixels);
        Assert.AreEqual("svg", XDocument.Load(Path.Combine(folder, "samples", "loss_curve.svg")).Root!.Name.LocalName);
        Workplace.RequireNothingHalfWritten(folder);
    }

    [TestMethod]
    public void WhatIsMissingOrDamagedIsOneLine()
    {
        var folder = Workplace.Folder("unplotted");
        ProgramRun.Of("plot", "--run", folder).RequireFailure(1,
            $"{folder} holds no run: name the folder with its samples/ and run/ with --run.");
        Assert.IsFalse(Directory.Exists(folder));
        Directory.CreateDirectory(Path.Combine(folder, "run"));
        File.WriteAllText(Path.Combine(folder, "run", "config.json"), "{}");
        ProgramRun.Of("plot", "--run", folder).RequireFailure(1, "history.csv: a run writes it when its first epoch has ended.");
        Directory.Delete(folder, recursive: true);
        ProgramRun.Of("plot", "--run", Workplace.Model).RequireFailure(1, "is a file, a folder was expected");

        Workplace.CopyTrained(folder);
        File.AppendAllText(Path.Combine(folder, "run", "history.csv"), "3,4\n");
        ProgramRun.Of("plot", "--run", folder).RequireFailure(1, "history.csv: line 4 has 2 values");
    }

    [TestMethod]
    public void TheAveragedWeightsDrawAndAreSavedBesideTheRawOnes()
    {
        var folder = Workplace.Folder("averaged");
        string[] options = ["--data", Workplace.Data, "--epochs", "1", "--batch-size", "8", "--latent-dim", "4"];
        ProgramRun.Of(["train", .. options, "--ema", "0.9", "--out", folder]).RequireSuccess();
        string Model(string name) => Path.Combine(folder, "run", name);
        string Drawn(string model)
        {
            var picture = Path.Combine(folder, "drawn.png");
            ProgramRun.Of("generate", "--model", model, "--grid", "2x1", "--out", picture).RequireSuccess();
            return Convert.ToHexString(PictureReader.Read(picture).Row(0));
        }

        var sample = PictureReader.Read(Path.Combine(folder, "samples", "epoch_01.png")).Row(0);
        var averaged = Drawn(Model("generator.safetensors"));
        // The sheet of samples leaves two pixels between pictures.
        Assert.AreEqual(Convert.ToHexString(sample[..28]) + Convert.ToHexString(sample[30..58]), averaged,
            "the samples are the averaged generator's");
        Assert.AreNotEqual(averaged, Drawn(Model("generator.raw.safetensors")));
        ProgramRun.Of("train", "--resume", "--out", folder, "--ema", "0.5").RequireFailure(1, "--ema 0.5 (the run has 0.9)");
        ProgramRun.Of("train", "--ema", "1").RequireFailure(2, "--ema needs a number from 0 to 0.99999");
    }
}
