using System.Security.Cryptography;
using System.Text.Json;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>What <c>evaluate</c> says and writes.</summary>
[TestClass]
public class EvaluateTests
{
    private static readonly string[] s_files = ["closest_pairs.png", "metrics.json", "report.html", "stats_graph.png", "stats_graph.svg"];

    [TestMethod]
    public void ARunIsJudgedWithItsDiscriminatorAndData()
    {
        // No --data: the run knows that it was trained on the tiny data set.
        var (folder, json) = (Workplace.Folder("judged run"), Workplace.Folder("judged.json"));
        var run = ProgramRun.Of("evaluate", "--run", Workplace.Trained, "--count", "20", "--seed", "3", "--out", folder, "--json", json)
            .RequireSuccess();
        StringAssert.StartsWith(run.Output,
            $"20 pictures of {Workplace.Model}, compared with 4 pictures of test; seed 3. The data is not Fashion-MNIST.\n");
        foreach (var line in new[] { "Fréchet classifier distance", "Discriminator accuracy", "exact copies",
            "real pictures (20) ", "Note: The data is not Fashion-MNIST",
            "Note: 20 judged pictures are too few", "Note: 4 test pictures have no 5th" })
            StringAssert.Contains(run.Output, line);
        StringAssert.EndsWith(
            run.Output, $"The report is {Path.Combine(folder, "report.html")}; figures, plots and pairs are beside it.\n");
        Assert.IsFalse(run.Output.Contains('\u001b', StringComparison.Ordinal), "a pipe gets plain text");
        CollectionAssert.AreEqual(
            s_files, Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray());
        Assert.AreEqual(File.ReadAllText(Path.Combine(folder, "metrics.json")), File.ReadAllText(json));
        Assert.AreEqual(16 * 30 - 2, PictureReader.Read(Path.Combine(folder, "closest_pairs.png")).Width);

        var metrics = JsonDocument.Parse(File.ReadAllText(json)).RootElement;
        var accuracy = metrics.GetProperty("discriminator_accuracy");
        Assert.AreEqual((accuracy.GetProperty("real").GetDouble() + accuracy.GetProperty("fake").GetDouble()) / 2,
            accuracy.GetProperty("together").GetDouble());
        // The weights as sha256sum has them; no classes of data that the classifier does not know.
        Assert.AreEqual(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Workplace.Model))),
            metrics.GetProperty("judged").GetProperty("weights_sha256").GetString());
        Assert.AreEqual(JsonValueKind.Null, metrics.GetProperty("class_shares").ValueKind);
    }

    [TestMethod]
    public void WithoutAnythingTheGanThatShipsIsJudged()
    {
        var folder = Workplace.Folder("judged shipped");
        var run = ProgramRun.Of("evaluate", "--count", "12", "--data", Workplace.Data, "--out", folder).RequireSuccess();
        StringAssert.StartsWith(
            run.Output, "12 pictures of dcgan, which ships with the program, compared with 4 pictures of test; seed 1. The data " +
            "is not Fashion-MNIST.\n");
        StringAssert.Contains(run.Output, "Discriminator accuracy");
    }

    [TestMethod]
    public void AGeneratorsPicturesMeasureTheSameFromAFile()
    {
        var (idx, pngs) = (Workplace.Folder("judged.idx"), Workplace.Folder("judged pictures"));
        ProgramRun.Of("generate", "--model", Workplace.Model, "--count", "12", "--seed", "5", "--out", idx).RequireSuccess();
        ProgramRun.Of("generate", "--model", Workplace.Model, "--count", "12", "--seed", "5", "--format", "png", "--out", pngs)
            .RequireSuccess();
        var drawn = Metrics("drawn", "--model", Workplace.Model, "--count", "12");
        var fromIdx = Metrics("from idx", "--images", idx, "--threads", "1");
        var fromPngs = Metrics("from pngs", "--images", pngs);
        foreach (var name in new[]
            { "frechet_classifier_distance", "kernel_distance", "precision", "pixel_overlap", "memorisation" })
        {
            Assert.AreEqual(drawn.GetProperty(name).GetRawText(), fromIdx.GetProperty(name).GetRawText(), name);
            Assert.AreEqual(drawn.GetProperty(name).GetRawText(), fromPngs.GetProperty(name).GetRawText(), name);
        }

        Assert.AreEqual(JsonValueKind.Null, fromIdx.GetProperty("discriminator_accuracy").ValueKind);
        Assert.AreEqual(JsonValueKind.Object, drawn.GetProperty("discriminator_accuracy").ValueKind, "it lies beside the generator");

        JsonElement Metrics(string name, params string[] subject)
        {
            var folder = Workplace.Folder("judged " + name);
            ProgramRun.Of(["evaluate", .. subject, "--against", "train", "--seed", "5", "--data", Workplace.Data, "--out", folder])
                .RequireSuccess();
            return JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "metrics.json"))).RootElement;
        }
    }

    [TestMethod]
    public void PicturesCanBeComparedWithOthers()
    {
        var others = Workplace.Folder("others.idx");
        IdxFile.save(others, np.array(Enumerable.Range(0, 10 * 784).Select(i => (byte)(i * 7)).ToArray()).reshape((10, 28, 28)));
        var run = ProgramRun.Of("evaluate", "--images", others, "--against", others, "--data", Workplace.Data, "--out",
            Workplace.Folder("against others")).RequireSuccess();
        StringAssert.StartsWith(run.Output, $"10 pictures of {others}, compared with 10 pictures of {others}; seed 1. The data " +
            "is not Fashion-MNIST.\n");
    }

    [TestMethod]
    [DataRow("--images NONE", "There is no file or folder")]
    [DataRow("--images DATA", "holds no PNG files")]
    [DataRow("--images LABELS", "not pictures")]
    [DataRow("--images MIXED", "has 9 x 9 pixels; 28 x 28 are needed")]
    [DataRow("--images ONE", "holds one picture; at least two are needed")]
    [DataRow("--images CUT", "cut short")]
    [DataRow("--images PICTURES --against CUT", "cut short")]
    [DataRow("--images PICTURES --run DATA", "this folder holds no run that has ended an epoch")]
    [DataRow("--model LABELS", "is a gzip file")]
    [DataRow("--run NONE", "fashion-gan: --run ")]
    [DataRow("--run NONE", "there is no such folder")]
    [DataRow("--run LABELS", "this is a file, not a folder")]
    public void WhatWillNotDoIsSaidInOneLine(string line, string complaint)
    {
        var places = new Dictionary<string, string>
        {
            ["NONE"] = Workplace.Folder("not there"),
            ["DATA"] = Workplace.Data,
            ["LABELS"] = Path.Combine(Workplace.Data, "t10k-labels-idx1-ubyte.gz"),
            ["PICTURES"] = Path.Combine(Workplace.Data, "t10k-images-idx3-ubyte.gz"),
            ["MIXED"] = Pictures("mixed", 28, 9),
            ["ONE"] = Pictures("one", 28),
            ["CUT"] = Workplace.Folder("cut.idx"),
        };
        File.WriteAllBytes(places["CUT"], Convert.FromHexString("00000803000000020000001C0000001C00"));
        var output = Workplace.Folder("not judged");
        var arguments = line.Split(' ').Select(word => places.GetValueOrDefault(word, word));
        ProgramRun.Of(["evaluate", .. arguments, "--data", Workplace.Data, "--out", output, "--json", output + ".json"])
            .RequireFailure(1, complaint);
        Assert.IsFalse(Path.Exists(output));
        Assert.IsFalse(Path.Exists(output + ".json"));
    }

    [TestMethod]
    public void AClassifierIsMadeAnew()
    {
        var file = Workplace.Folder("classifier.safetensors");
        var run = ProgramRun.Of("train-classifier", "--data", Workplace.Data, "--out", file).RequireSuccess();
        StringAssert.StartsWith(
            run.Output, "Training on 40 pictures and their mirror images, 1 step of 128 an epoch, 5 epochs.\nepoch 1/5  ");
        StringAssert.Contains(run.Output, $"of 4 test pictures; weights in {file}.\nSHA-256 ");
        StringAssert.EndsWith(run.Output, ": others than ship with this program.\n");
        var bytes = File.ReadAllBytes(file);
        ProgramRun.Of("train-classifier", "--data", Workplace.Data, "--out", file, "--threads", "1").RequireSuccess();
        CollectionAssert.AreEqual(bytes, File.ReadAllBytes(file));
    }

    private static string Pictures(string name, params int[] sides)
    {
        var folder = Directory.CreateDirectory(Workplace.Folder("pictures " + name)).FullName;
        for (var i = 0; i < sides.Length; i++)
            PngWriter.Write(Path.Combine(folder, $"{i}.png"), new Bitmap(sides[i], sides[i]));
        return folder;
    }
}
