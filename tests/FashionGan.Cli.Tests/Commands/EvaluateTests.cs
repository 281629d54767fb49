using System.Security.Cryptography;
using System.Text.Json;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Evaluation.Features;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Imaging;
using FashionGanTf.Tests.Support;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>What <c>evaluate</c> says and writes.</summary>
[TestClass]
public class EvaluateTests
{
    private static readonly string[] s_files = ["closest_pairs.png", "metrics.json", "report.html", "stats_graph.png", "stats_graph.svg"];

    private static readonly string s_clothing = Path.Combine(Repository.Root, "tests", "clothing");

    [TestMethod]
    public void ARunIsJudgedWithItsDiscriminatorAndData()
    {
        // No --data: the run knows that it was trained on the tiny data set.
        var (folder, json) = (Workplace.Folder("judged run"), Workplace.Folder("judged.json"));
        var run = ProgramRun.Of("evaluate", "--run", Workplace.Trained, "--count", "20", "--seed", "3", "--out", folder, "--json", json)
            .RequireSuccess();
        StringAssert.StartsWith(run.Output,
            $"20 pictures of {Workplace.Model}, compared with 4 test pictures of data; seed 3. The classifier was not made " +
            "for this data.\n");
        foreach (var line in new[] { "Fréchet distance", "a classifier of Fashion-MNIST", "test pictures of data",
            "Discriminator accuracy", "exact copies",
            "real pictures (20) ", "Note: The data is not what the classifier has learned from, Fashion-MNIST",
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
            run.Output, "12 pictures of conditional, which ships with the program, compared with 4 test pictures of data; seed 1. " +
            "The classifier was not made for this data.\n");
        // The other's discriminator needs no classes, which this data has not.
        run = ProgramRun.Of("evaluate", "--model", "dcgan", "--count", "12", "--data", Workplace.Data, "--out", folder).RequireSuccess();
        StringAssert.StartsWith(run.Output, "12 pictures of dcgan, which ships with the program, ");
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
            { "frechet_distance", "kernel_distance", "precision", "pixel_overlap", "memorisation" })
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
        StringAssert.StartsWith(run.Output, $"10 pictures of {others}, compared with 10 pictures of {others}; seed 1. " +
            "The classifier was not made for this data.\n");
    }

    [TestMethod]
    [DataRow("--images NONE", "There is no folder ")]
    [DataRow("--images EMPTY", "holds no pictures: neither JPEG")]
    [DataRow("--images LABELS", "square pictures are needed")]
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
            ["EMPTY"] = Directory.CreateDirectory(Workplace.Folder("empty")).FullName,
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
    public void AClassifierIsMadeOfAnyDataAndJudgesThem()
    {
        var file = Workplace.Folder("classifier.safetensors");
        string[] data = ["--data", s_clothing, "--size", "32"];
        var run = ProgramRun.Of(["train-classifier", .. data, "--out", file, "--epochs", "2"]).RequireSuccess();
        StringAssert.Contains(run.Output,
            "Training on 20 pictures of 10 classes and their mirror images, 1 step of 128 an epoch, 2 epochs.\nepoch 1/2  ");
        StringAssert.Contains(run.Output, $"of 10 test pictures; weights in {file}.\nSHA-256 ");
        StringAssert.EndsWith(run.Output, ": another than that of the classifier that ships with this program.\n");
        var bytes = File.ReadAllBytes(file);
        ProgramRun.Of(["train-classifier", .. data, "--out", file, "--epochs", "2", "--threads", "1"]).RequireSuccess();
        CollectionAssert.AreEqual(bytes, File.ReadAllBytes(file));

        var (trained, folder) = (Workplace.Folder("of-clothing"), Workplace.Folder("judged clothing"));
        ProgramRun.Of(["train", .. data, "--epochs", "1", "--batch-size", "8", "--latent-dim", "4", "--out", trained]).RequireSuccess();
        // The run knows what size its pictures have; the classifier of Fashion-MNIST is of no use.
        ProgramRun.Of("evaluate", "--run", trained, "--count", "8", "--out", folder).RequireFailure(1,
            "The classifier that ships is for pictures of 28 x 28 in gray, and the data's are 32 x 32 in colour; train-classifier makes");
        var judged = ProgramRun.Of("evaluate", "--run", trained, "--count", "8", "--out", folder, "--classifier", file).RequireSuccess();
        StringAssert.Contains(judged.Output, "compared with 10 test pictures of clothing; seed 1.\n");
        foreach (var line in new[] { "a classifier of clothing", "longsleeve ", "classifier confidence ", "Discriminator accuracy" })
            StringAssert.Contains(judged.Output, line);
        var metrics = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "metrics.json"))).RootElement;
        Assert.IsTrue(metrics.GetProperty("features").GetProperty("made_for").GetBoolean());
        Assert.AreEqual("classifier", metrics.GetProperty("noise").GetProperty("features").GetString());
        Assert.AreEqual((8, "clothing"), (metrics.GetProperty("real_pictures").GetProperty("count").GetInt32(),
            metrics.GetProperty("real_pictures").GetProperty("data").GetString()));

        // What was drawn, as PNG files.
        var pngs = Workplace.Folder("drawn clothing");
        ProgramRun.Of("generate", "--model", Path.Combine(trained, "run", "generator.safetensors"), "--count", "8", "--seed", "1",
            "--format", "png", "--out", pngs).RequireSuccess();
        ProgramRun.Of(["evaluate", "--images", pngs, .. data, "--classifier", file, "--out", folder]).RequireSuccess();
        var same = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "metrics.json"))).RootElement;
        Assert.AreEqual(metrics.GetProperty("frechet_distance").GetRawText(), same.GetProperty("frechet_distance").GetRawText());

        ProgramRun.Of("evaluate", "--classifier", file, "--data", Workplace.Data).RequireFailure(1,
            $"{file} is for pictures of 32 x 32 in colour, and the data's are 28 x 28 in gray");
        ProgramRun.Of("evaluate", "--run", trained, "--size", "64").RequireFailure(1, "leave --size and --channels out");
        ProgramRun.Of(["train-classifier", "--data", Path.Combine(s_clothing, "train", "hat"), "--out", file])
            .RequireFailure(1, "no labels");
        var one = Workplace.Folder("one class");
        foreach (var part in new[] { "train", "test" })
            Workplace.Copy(Path.Combine(s_clothing, part, "hat"), Path.Combine(one, part, "hat"));
        ProgramRun.Of("train-classifier", "--data", one, "--out", file).RequireFailure(1, "of one class only, hat");
        CollectionAssert.AreEqual(bytes, File.ReadAllBytes(file));
    }

    [TestMethod]
    public void AClassifierOfOtherClassesIsRefused()
    {
        var (file, few) = (Workplace.Folder("few.safetensors"), Workplace.Folder("few clothes"));
        foreach (var name in new[] { "hat", "dress" })
            Workplace.Copy(Path.Combine(s_clothing, "train", name), Path.Combine(few, "train", name));
        foreach (var name in new[] { "hat", "dress" })
            Workplace.Copy(Path.Combine(s_clothing, "test", name), Path.Combine(few, "test", name));
        ProgramRun.Of("train-classifier", "--data", few, "--size", "28", "--channels", "gray", "--epochs", "1", "--out", file)
            .RequireSuccess();
        var clothing = Workplace.Folder("gray clothing");
        ProgramRun.Of("evaluate", "--data", s_clothing, "--classifier", file, "--count", "4", "--out", clothing).RequireFailure(1,
            $"{file} tells dress, hat apart, and the data's classes are dress, hat, longsleeve, outwear, pants, ");
        Assert.IsFalse(Path.Exists(clothing));
    }

    [TestMethod]
    public void WhereThereAreNoTestPicturesItIsSaidWhatStandsForThem()
    {
        var (pngs, folder) = (Workplace.Folder("without test"), Workplace.Folder("judged without test"));
        ProgramRun.Of("generate", "--model", Workplace.Model, "--count", "40", "--format", "png", "--out", pngs).RequireSuccess();
        var run = ProgramRun.Of("evaluate", "--model", Workplace.Model, "--data", pngs, "--count", "12", "--out", folder).RequireSuccess();
        StringAssert.Contains(run.Output, "compared with 4 held-back training pictures of without test; seed 1.");
        StringAssert.Contains(run.Output, "Note: The data has no test pictures; every tenth training picture of each class, 4 in all, ");
    }

    [TestMethod]
    public void ResNet18DescribesPicturesOfAnything()
    {
        if (!File.Exists(ResNet18.NetworkFile))
            Assert.Inconclusive($"ImageNet's ResNet-18 is not on this machine; {ResNet18.Fetch} fetches it.");
        var (few, folder) = (Workplace.Folder("few to see"), Workplace.Folder("seen by resnet18"));
        TinyDataset.Write(few, images: 4);
        var run = ProgramRun.Of("evaluate", "--features", "resnet18", "--count", "2", "--model", Workplace.Model, "--data", few, "--out",
            folder).RequireSuccess();
        StringAssert.Contains(run.Output, "\nfeatures ");
        StringAssert.Contains(run.Output, "ImageNet's ResNet-18\n");
        Assert.DoesNotContain("classifier", run.Output);
        var metrics = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "metrics.json"))).RootElement;
        Assert.AreEqual(("resnet18", 512), (metrics.GetProperty("features").GetProperty("kind").GetString(),
            metrics.GetProperty("features").GetProperty("count").GetInt32()));
        Assert.AreEqual(JsonValueKind.Null, metrics.GetProperty("class_shares").ValueKind);
    }

    [TestMethod]
    public void AMissingResNet18IsToldHowToGet()
    {
        const string variable = "NUGET_PACKAGES";
        var before = Environment.GetEnvironmentVariable(variable);
        try
        {
            Environment.SetEnvironmentVariable(variable, Workplace.Folder("no packages"));
            ProgramRun.Of("evaluate", "--features", "resnet18", "--data", Workplace.Data, "--out", Workplace.Folder("unseen"))
                .RequireFailure(1, "to fetch it, run in a clone of the program: dotnet restore tools/ResNet18");
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }

        ProgramRun.Of("evaluate", "--features", "resnet18", "--classifier", "a.safetensors")
            .RequireFailure(2, "--classifier names a classifier, and --features resnet18 takes none; give one of them.");
    }

    private static string Pictures(string name, params int[] sides)
    {
        var folder = Directory.CreateDirectory(Workplace.Folder("pictures " + name)).FullName;
        for (var i = 0; i < sides.Length; i++)
            PngWriter.Write(Path.Combine(folder, $"{i}.png"), new Bitmap(sides[i], sides[i]));
        return folder;
    }
}
