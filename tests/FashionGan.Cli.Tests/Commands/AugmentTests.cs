using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Datasets;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Models;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>Drawn pictures that are added to a data set.</summary>
[TestClass]
public class AugmentTests
{
    private static readonly string s_data = Workplace.Folder("few scarves");
    private static readonly string s_balanced = Workplace.Folder("balanced");

    private static string Model => Path.Combine(s_balanced, "run", "generator.safetensors");

    [ClassInitialize]
    public static void WriteData(TestContext context) => Write(s_data, count: 40, i => (byte)(i < 30 ? 0 : 1), "hat\nscarf\n");

    [TestMethod]
    public void AModelOfTheDataIsTrainedAndFillsItUpAndDrawsForOtherSets()
    {
        var run = ProgramRun.Of("augment", "--data", s_data, "--train", "1", "--balance", "--seed", "7", "--out", s_balanced)
            .RequireSuccess();
        StringAssert.StartsWith(run.Output, "Training on 40 pictures of the classes hat, scarf, 1 step of 40 an epoch, 1 epoch;");
        StringAssert.Contains(run.Output,
            $"60 training pictures in {s_balanced}: 40 real, then 20 drawn, which drawn.csv lists.");
        var (real, more) = (PictureSet.Read(s_data, labelled: true), PictureSet.Read(s_balanced, labelled: true));
        CollectionAssert.AreEqual(new[] { 30, 30 }, more.ClassCounts.ToArray());
        CollectionAssert.AreEqual(real.Classes.ToArray(), more.Classes.ToArray());
        CollectionAssert.AreEqual(real.Pictures.ToArray<byte>(), more.Pictures[":40"].ToArray<byte>());
        var drawn = FashionGan.Load(Model).Draw(SeedRecipe.Range(7, 0, 20, "scarf")).SelectMany(picture => picture.Pixels).ToArray();
        CollectionAssert.AreEqual(drawn, more.Pictures["40:"].ToArray<byte>());
        var table = File.ReadAllLines(Path.Combine(s_balanced, "drawn.csv"));
        CollectionAssert.AreEqual(new[] { "index,recipe,class", "40,\"7.0@scarf\",\"scarf\"" }, table[..2]);
        Assert.AreEqual("59,\"7.19@scarf\",\"scarf\"", table[20]);
        Assert.HasCount(21, table);
        CollectionAssert.AreEqual(IdxFile.load(Path.Combine(s_data, "t10k-images-idx3-ubyte.gz")).ToArray<byte>(),
            IdxFile.load(Path.Combine(s_balanced, "t10k-images-idx3-ubyte.gz")).ToArray<byte>());

        // What is balanced needs nothing, and no data set is replaced.
        var to = Workplace.Folder("more");
        ProgramRun.Of("augment", "--data", s_balanced, "--model", Model, "--balance", "--out", to)
            .RequireFailure(ExitCode.Failure, "Each of the 2 classes has 30 pictures already; there is nothing to balance.");
        ProgramRun.Of("augment", "--data", s_data, "--model", Model, "--per-class", "1", "--out", s_balanced)
            .RequireFailure(ExitCode.Failure, "train-images-idx3-ubyte.gz is there already, and nothing is replaced");
        Assert.IsFalse(Directory.Exists(to));
        ProgramRun.Of("augment", "--data", s_data, "--model", Model, "--class", "Hats:2", "--class", "1:1", "--out", to).RequireSuccess();
        CollectionAssert.AreEqual(new byte[] { 0, 0, 1 }, PictureSet.Read(to, labelled: true).Labels!["40:"].ToArray<byte>());
    }

    [TestMethod]
    [DataRow(ExitCode.Failure, "conditional draws T-shirt, trouser, pullover, dress, coat, sandal, shirt, sneaker, bag, ankle boot, " +
        "and the data's classes are hat, scarf; they must be the same", "--balance")]
    [DataRow(ExitCode.Usage, "--model, or by a new one, --train; give one", "--balance --model x --train 1")]
    [DataRow(ExitCode.Usage, "--per-class, --balance and --class each say how many", "--train 1")]
    [DataRow(ExitCode.Usage, "--per-class, --balance and --class each say how many", "--train 1 --balance --per-class 3")]
    [DataRow(ExitCode.Usage, "--class hat does not say how many; write it as 'hat:500'", "--train 1 --class hat")]
    [DataRow(ExitCode.Usage, "--class: There is no class 'shoe'; there are 0 hat, 1 scarf.", "--train 1 --class shoe:3")]
    [DataRow(ExitCode.Usage, "2000000 pictures are asked for; 1000000 is the most", "--train 1 --per-class 1000000")]
    [DataRow(ExitCode.Failure, "has no classes, so what it draws has no labels", "--per-class 1 --model WITHOUT")]
    [DataRow(ExitCode.Failure, "There is no file /nowhere.safetensors", "--per-class 1 --model /nowhere.safetensors")]
    public void WrongInputIsOneLineAndWritesNothing(int exitCode, string complaint, string arguments)
    {
        var to = Workplace.Folder("nothing");
        string[] words = [.. arguments.Split(' ').Select(word => word == "WITHOUT" ? Workplace.Model : word)];
        ProgramRun.Of(["augment", "--data", s_data, .. words, "--out", to]).RequireFailure(exitCode, complaint);
        Assert.IsFalse(Directory.Exists(to));
    }

    [TestMethod]
    [DataRow(39, 2, "the 40 pictures beside it need (40,)", DisplayName = "fewer labels")]
    [DataRow(40, 3, "A picture has the label 2, and there are 2 classes, 0 to 1.", DisplayName = "out of range")]
    [DataRow(40, 1, "Class 1, scarf, has no picture among 40; it cannot be learned.", DisplayName = "a class without a picture")]
    public void DataThatDoNotFitAreRefused(int labels, int classes, string complaint)
    {
        var (data, to) = (Workplace.Folder($"wrong-{labels}-{classes}"), Workplace.Folder("nothing"));
        Write(data, labels, i => (byte)(i % classes), "hat\nscarf\n");
        ProgramRun.Of("augment", "--data", data, "--train", "1", "--per-class", "1", "--out", to)
            .RequireFailure(ExitCode.Failure, complaint);
        Assert.IsFalse(Directory.Exists(to));
    }

    private static void Write(string folder, int count, Func<int, byte> label, string names)
    {
        TinyDataset.Write(folder);
        IdxFile.save(Path.Combine(folder, "train-labels-idx1-ubyte.gz"), np.array([.. Enumerable.Range(0, count).Select(label)]));
        File.WriteAllText(Path.Combine(folder, "classes.txt"), names);
    }
}
