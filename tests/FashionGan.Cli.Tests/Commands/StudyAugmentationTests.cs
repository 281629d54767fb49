using System.Text.Json;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>A whole study, as small as can be.</summary>
[TestClass]
public class StudyAugmentationTests
{
    private static readonly string s_data = Workplace.Folder("study data");
    private static readonly string s_study = Workplace.Folder("study");
    private static readonly string[] s_small = ["--per-class", "4", "--gan-steps", "1", "--diffaugment", "cutout", "--steps", "2",
        "--drawn", "4"];

    [ClassInitialize]
    public static void WriteData(TestContext context)
    {
        TinyDataset.Write(s_data);
        IdxFile.save(Path.Combine(s_data, "train-labels-idx1-ubyte.gz"), np.array([.. Enumerable.Range(0, 40).Select(i => (byte)(i % 2))]));
    }

    [TestMethod]
    public void AStudyGoesOnWhereItStoppedAndSaysTheSame()
    {
        string[] line = ["study-augmentation", "--data", s_data, .. s_small, "--out", s_study];
        var whole = ProgramRun.Of(line).RequireSuccess().Output;
        StringAssert.StartsWith(whole,
            "0 of 15 classifiers made; 4 real pictures a class, seed 1: a classifier on real, 2 steps.\nepoch 1/1  ");
        StringAssert.Contains(whole, "seed 3: a GAN, 1 steps.");
        var table = whole[whole.IndexOf("right, %", StringComparison.Ordinal)..];
        StringAssert.EndsWith(table,
            $"\nJudged by 4 pictures (test) of 2 of 2 classes.\nTable, plot, JSON and a sheet of each GAN are in {s_study}.\n");
        StringAssert.StartsWith(table, File.ReadAllText(Path.Combine(s_study, "table.txt")));
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_study, "results.json")));
        Assert.AreEqual(1, json.RootElement.GetProperty("results").GetArrayLength());
        Assert.AreEqual("cutout", json.RootElement.GetProperty("diffaugment").GetString());
        // Two classes of ten pictures.
        var sheet = ImageGrid.Compose([new Bitmap(28, 28)], columns: 10, rows: 2, padding: 2);
        Assert.AreEqual(sheet.Width, PictureReader.Read(Path.Combine(s_study, "real-4-seed-1.png")).Width);
        Assert.AreEqual(sheet.Height, PictureReader.Read(Path.Combine(s_study, "real-4-seed-1.png")).Height);

        // As if it had been killed: the second GAN and what came after it are made again.
        var cells = Path.Combine(s_study, "cells.jsonl");
        var lines = File.ReadAllLines(cells);
        Assert.HasCount(15, lines);
        File.WriteAllLines(cells, lines[..7]);
        File.Delete(Path.Combine(s_study, "real-4-seed-2.safetensors"));
        var rest = ProgramRun.Of(line).RequireSuccess().Output;
        StringAssert.StartsWith(rest, "7 of 15 classifiers made; 4 real pictures a class, seed 2: a GAN, 1 steps.\n");
        Assert.AreEqual(table, rest[rest.IndexOf("right, %", StringComparison.Ordinal)..]);
        Assert.AreEqual(table, ProgramRun.Of(line).RequireSuccess().Output);

        ProgramRun.Of([.. line[..^2], "--steps", "3", "--out", s_study]).RequireFailure(ExitCode.Usage, "--steps is given 2 times.");
        ProgramRun.Of("study-augmentation", "--data", s_data, "--per-class", "4", "--steps", "3", "--out", s_study)
            .RequireFailure(ExitCode.Failure, "holds a study with other options or data");
    }

    [TestMethod]
    [DataRow(ExitCode.Failure, "Class 0, class 0, has 20 pictures; a part of the study takes 21 of each class.", "--per-class 21")]
    [DataRow(ExitCode.Usage, "--per-class needs a whole number from 1 to 1000000, not '0'.", "--per-class 5 --per-class 0")]
    [DataRow(ExitCode.Usage, "--seeds needs a whole number from 3 to 1000000, not '2'.", "--seeds 2")]
    [DataRow(ExitCode.Usage, "--diffaugment: 'blur' is no policy of DiffAugment", "--diffaugment blur")]
    public void WrongInputIsOneLineAndWritesNothing(int exitCode, string complaint, string arguments)
    {
        var to = Workplace.Folder("no study");
        ProgramRun.Of(["study-augmentation", "--data", s_data, .. arguments.Split(' '), "--out", to]).RequireFailure(exitCode, complaint);
        Assert.IsFalse(Directory.Exists(to));
    }

    [TestMethod]
    public void TestLabelsAreNeeded()
    {
        var (data, to) = (Workplace.Folder("no test labels"), Workplace.Folder("no study"));
        Workplace.Copy(s_data, data);
        File.Delete(Path.Combine(data, "t10k-labels-idx1-ubyte.gz"));
        ProgramRun.Of("study-augmentation", "--data", data, "--per-class", "4", "--out", to)
            .RequireFailure(ExitCode.Failure, "has no labels of its test pictures; classifiers are judged by them.");
        Assert.IsFalse(Directory.Exists(to));
    }
}
