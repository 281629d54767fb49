using System.Text.Json;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Models;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>A training with classes, and asking its generator for them.</summary>
[TestClass]
public class ConditionalTests
{
    private static readonly string s_data = Workplace.Folder("classes-data");
    private static readonly string s_run = Workplace.Folder("classes-run");

    private static string Model => Path.Combine(s_run, "run", "generator.safetensors");

    [ClassInitialize]
    public static void Train(TestContext context)
    {
        TinyDataset.Write(s_data);
        SaveLabels(s_data, count: 40, classes: 2);
        File.WriteAllText(Path.Combine(s_data, "classes.txt"), "hat\nscarf\n");
        var output = ProgramRun.Of("train", "--conditional", "--data", s_data, "--out", s_run, "--epochs", "1", "--batch-size", "16",
            "--latent-dim", "8").RequireSuccess().Output;
        StringAssert.StartsWith(output, "Training on 40 pictures of the classes hat, scarf, 2 steps of 16 an epoch");
    }

    [TestMethod]
    public void ConfigJsonSaysWhatTheClassesAre()
    {
        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_run, "run", "config.json")));
        Assert.IsTrue(config.RootElement.GetProperty("options").GetProperty("conditional").GetBoolean());
        CollectionAssert.AreEqual(new[] { "hat", "scarf" },
            config.RootElement.GetProperty("classes").EnumerateArray().Select(name => name.GetString()).ToArray());
        // A row of eight for each class.
        var (sheet, empty) = (PictureReader.Read(Path.Combine(s_run, "samples", "epoch_01.png")),
            ImageGrid.Compose([new Bitmap(28, 28)], columns: 8, rows: 2, padding: 2));
        Assert.AreEqual((empty.Width, empty.Height), (sheet.Width, sheet.Height));
    }

    [TestMethod]
    public void ClassesAreAskedForARowEach()
    {
        var path = Workplace.Folder("asked.png");
        var run = ProgramRun.Of("generate", "--model", Model, "--class", "Scarves", "--class", "hats", "--count", "6", "--seed", "7",
            "--out", path);
        // 'Scarves' is no plural that a program knows.
        Assert.AreEqual(ExitCode.Usage, run.ExitCode);
        StringAssert.Contains(run.Error, "--class: There is no class 'Scarves'; there are 0 hat, 1 scarf.");
        Assert.IsFalse(File.Exists(path));

        var output = ProgramRun.Of("generate", "--model", Model, "--class", "scarf:3", "--class", "HATS:3", "--seed", "7", "--out", path)
            .RequireSuccess().Output;
        StringAssert.StartsWith(output, $"6 pictures in {path}, a sheet of 3x2.");
        var gan = FashionGan.Load(Model);
        var expected = ImageGrid.Compose([.. gan.Generate(3, seed: 7, @class: "scarf"), .. gan.Generate(3, seed: 7, @class: "hat")], 3, 2);
        CollectionAssert.AreEqual(expected.Pixels, PictureReader.Read(path).Pixels);
    }

    [TestMethod]
    public void ANumPyFileHasPicturesAndLabels()
    {
        var path = Workplace.Folder("asked.npz");
        var asked = ProgramRun.Of("generate", "--model", Model, "--class", "scarf:2", "--class", "hat:1", "--out",
            path).RequireSuccess();
        Assert.AreEqual($"3 pictures in {path}.\n", asked.Output);
        var arrays = np.loadz(path);
        CollectionAssert.AreEqual(new[] { "images", "labels" }, arrays.Keys.ToArray());
        Assert.AreEqual(new Tensorflow.Shape(3, 28, 28), arrays["images"].shape);
        CollectionAssert.AreEqual(new byte[] { 1, 1, 0 }, arrays["labels"].ToArray<byte>());
    }

    [TestMethod]
    public void AnArrayOfPicturesAndItsLabelsAreADataSet()
    {
        var folder = Directory.CreateDirectory(Workplace.Folder("asked set")).FullName;
        string At(string name) => Path.Combine(folder, name);
        var (pictures, labels, classes) = (At("asked-images-idx3-ubyte.gz"), At("asked-labels-idx1-ubyte.gz"), At("classes.txt"));
        var output = ProgramRun.Of("generate", "--model", Model, "--class", "scarf:3", "--class", "hat:2", "--seed", "7", "--out", pictures)
            .RequireSuccess().Output;
        Assert.AreEqual($"5 pictures in {pictures}.\nTheir labels in {labels}, the names of their classes in {classes}.\n", output);
        CollectionAssert.AreEqual(new byte[] { 1, 1, 1, 0, 0 }, IdxFile.load(labels).ToArray<byte>());
        Assert.AreEqual("hat\nscarf\n", File.ReadAllText(classes));
        ProgramRun.Of("generate", "--model", Model, "--count", "3", "--out", pictures).RequireSuccess();
        CollectionAssert.AreEqual(new byte[] { 0, 1, 0 }, IdxFile.load(labels).ToArray<byte>(), "classes take turns");

        StringAssert.Contains(ProgramRun.Of("data", folder).RequireSuccess().Output,
            "class  train\nhat        2\nscarf      1\nall        3\n");
        foreach (var place in new[] { folder, pictures })
            StringAssert.Contains(ProgramRun.Of("train", "--dry-run", "--data", place, "--conditional", "--batch-size", "2")
                .RequireSuccess().Output, "Data: IDX files; 3 pictures of 2 classes, 28 x 28 in gray.\n");
        ProgramRun.Of("augment", "--data", folder, "--model", Model, "--per-class", "2", "--out", At("more")).RequireSuccess();

        File.WriteAllText(classes, "scarf\nhat\n");
        ProgramRun.Of("generate", "--model", Model, "--count", "3", "--out", At("others.idx")).RequireFailure(ExitCode.Failure,
            $"{classes} is there already and names other classes than the model's, hat, scarf; choose another place with --out.");
        Assert.AreEqual("scarf\nhat\n", File.ReadAllText(classes));
        Assert.IsEmpty(Directory.GetFiles(folder, "others*"));

        File.Delete(labels);
        ProgramRun.Of("train", "--data", pictures, "--conditional", "--out", At("run")).RequireFailure(ExitCode.Failure,
            $"{pictures} has no file of labels, asked-labels-idx1-ubyte.gz, beside its pictures");
    }

    [TestMethod]
    public void WhatLiesBetweenClassesHasNoLabel()
    {
        var (pictures, labels) = (Workplace.Folder("between.idx"), Workplace.Folder("between-labels.idx"));
        var output = ProgramRun.Of("generate", "--model", Model, "--from", "7.3@hat", "--to", "8.0@scarf", "--count", "4", "--out",
            pictures)
            .RequireSuccess().Output;
        Assert.AreEqual(
            $"4 pictures in {pictures}.\nNote: 2 of them lie between classes, so no labels were written.\n", output);
        Assert.IsFalse(File.Exists(labels));
    }

    [TestMethod]
    public void ARecipeSaysTheClass()
    {
        var path = Workplace.Folder("blend.png");
        ProgramRun.Of("generate", "--model", Model, "--picture", "blend(7.3@hat*1,8.0@Scarf*1)", "--out", path).RequireSuccess();
        CollectionAssert.AreEqual(
            FashionGan.Load(Model).Draw([Recipe.Parse("blend(7.3@hat*1,8.0@scarf*1)")])[0].Pixels, PictureReader.Read(path).Pixels);
    }

    [TestMethod]
    [DataRow("--picture", "7.0@shoe")]
    [DataRow("--from", "7.0@shoe", "--to", "8.0@hat")]
    [DataRow("--to", "walk(7.0@hat,8.0@shoe,0.5)", "--from", "8.0@hat")]
    public void AWrongClassInARecipeIsSaidAndNothingIsWritten(string option, string value, params string[] others)
    {
        var run = ProgramRun.Of(["generate", "--model", Model, option, value, .. others, "--out", Workplace.Folder("none.idx")]);
        Assert.AreEqual(ExitCode.Usage, run.ExitCode);
        StringAssert.Contains(run.Error, $"{option}: There is no class 'shoe'; there are 0 hat, 1 scarf.");
        Assert.IsFalse(File.Exists(Workplace.Folder("none.idx")));
    }

    [TestMethod]
    public void AModelWithoutClassesCannotBeAsked()
    {
        var run = ProgramRun.Of("generate", "--model", Workplace.Model, "--class", "bag", "--out", Workplace.Folder("none.png"));
        Assert.AreEqual(ExitCode.Usage, run.ExitCode);
        StringAssert.Contains(run.Error, "The model has no classes, so it cannot draw 'bag'");
        Assert.IsFalse(File.Exists(Workplace.Folder("none.png")));
    }

    [TestMethod]
    [DataRow("hat:0")]
    [DataRow(":3")]
    public void ANumberOfPicturesIsAtLeastOne(string asked) => StringAssert.Contains(
        ProgramRun.Of("generate", "--model", Model, "--class", asked, "--out", Workplace.Folder("none.png")).Error,
        "--class needs a class, or a class and a number from 1 to 1000000, as sneaker:8");

    [TestMethod]
    [DataRow("--picture", "7.0", "--picture says what to draw; --class does not go with it.")]
    [DataRow("--count", "1", "--count 1 is less than a picture of each of 2 classes.")]
    public void WhatDoesNotGoTogetherIsSaid(string option, string value, string message)
    {
        var run = ProgramRun.Of("generate", "--model", Model, "--class", "hat", "--class", "scarf", option, value, "--out",
            Workplace.Folder("none.png"));
        Assert.AreEqual(ExitCode.Usage, run.ExitCode);
        StringAssert.Contains(run.Error, message);
    }

    [TestMethod]
    public void DataWithoutLabelsAreRefusedAndNothingIsWritten()
    {
        var (data, to) = (Workplace.Folder("no-labels"), Workplace.Folder("no-labels-run"));
        TinyDataset.Write(data);
        File.Delete(Path.Combine(data, "train-labels-idx1-ubyte.gz"));
        var run = ProgramRun.Of("train", "--conditional", "--data", data, "--out", to);
        Assert.AreEqual(ExitCode.Failure, run.ExitCode);
        StringAssert.Contains(run.Error, $"{data} has no file of labels, train-labels-idx1-ubyte.gz");
        Assert.IsFalse(Directory.Exists(to));
        SaveLabels(data, count: 39, classes: 2);
        run = ProgramRun.Of("train", "--conditional", "--data", data, "--out", to);
        StringAssert.Contains(run.Error, "the 40 pictures beside it need (40,)");
        Assert.IsFalse(Directory.Exists(to));
    }

    private static void SaveLabels(string folder, int count, int classes) => IdxFile.save(
        Path.Combine(folder, "train-labels-idx1-ubyte.gz"), np.array([.. Enumerable.Range(0, count).Select(i => (byte)(i % classes))]));
}
