using System.IO.Compression;
using System.Text.Json;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Models;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>A training that learns words, and asking its generator by texts.</summary>
[TestClass]
public class TextTests
{
    private static readonly string s_data = Workplace.Folder("words-data");
    private static readonly string s_run = Workplace.Folder("words-run");
    private static readonly string s_captions = Workplace.Folder("words.jsonl");

    private static string Model => Path.Combine(s_run, "run", "generator.safetensors");

    [ClassInitialize]
    public static void Train(TestContext context)
    {
        TinyDataset.Write(s_data);
        File.WriteAllLines(s_captions, Enumerable.Range(0, TinyDataset.Images).SelectMany(picture => new[]
        {
            JsonSerializer.Serialize(new { picture, text = $"a {Light(picture)} {Name(picture)}" }),
            JsonSerializer.Serialize(new { picture, text = $"{Name(picture)}, {Light(picture)}" }),
        }));
        var output = ProgramRun.Of("train", "--text", s_captions, "--data", s_data, "--out", s_run, "--epochs", "1", "--batch-size", "16",
            "--latent-dim", "8").RequireSuccess().Output;
        StringAssert.StartsWith(output, "Training on 40 pictures with 80 captions of 5 words, 2 steps of 16 an epoch");

        static string Light(int picture) => picture % 2 == 0 ? "dark" : "light";
        static string Name(int picture) => picture % 4 < 2 ? "dress" : "boot";
    }

    [TestMethod]
    public void ConfigJsonSaysWhatTheWordsAre()
    {
        using var config = JsonDocument.Parse(File.ReadAllText(Path.Combine(s_run, "run", "config.json")));
        Assert.AreEqual(s_captions, config.RootElement.GetProperty("options").GetProperty("text").GetString());
        CollectionAssert.AreEqual(new[] { "a", "boot", "dark", "dress", "light" },
            config.RootElement.GetProperty("words").EnumerateArray().Select(name => name.GetString()).ToArray());
        // A row of eight for each of four different captions.
        var (sheet, empty) = (PictureReader.Read(Path.Combine(s_run, "samples", "epoch_01.png")),
            ImageGrid.Compose([new Bitmap(28, 28)], columns: 8, rows: 4, padding: 2));
        Assert.AreEqual((empty.Width, empty.Height), (sheet.Width, sheet.Height));
    }

    [TestMethod]
    public void TextsAreAskedForARowEach()
    {
        var path = Workplace.Folder("asked-words.png");
        var run = ProgramRun.Of("generate", "--model", Model, "--text", "Dark dress!", "--text", "a light boot", "--count", "6",
            "--seed", "7", "--out", path).RequireSuccess();
        Assert.AreEqual($"6 pictures in {path}, a sheet of 3x2.\n", run.Output);
        Assert.AreEqual("", run.Error);
        var gan = FashionGan.Load(Model);
        var expected = ImageGrid.Compose(
            [.. gan.Generate(3, seed: 7, @class: "dark dress"), .. gan.Generate(3, seed: 7, @class: "a light boot")], 3, 2);
        CollectionAssert.AreEqual(expected.Pixels, PictureReader.Read(path).Pixels);
        ProgramRun.Of("generate", "--model", Model, "--from", "7.3@dark-dress", "--to", "7.3@light-boot", "--count", "5", "--out", path)
            .RequireSuccess();
        ProgramRun.Of("generate", "--model", Model, "--text", "dark dress", "--count", "2", "--best-of", "2", "--out", path)
            .RequireSuccess();
    }

    [TestMethod]
    public void WordsThatAreLeftOutAndContradictionsAreSaid()
    {
        var path = Workplace.Folder("said.png");
        var run = ProgramRun.Of("generate", "--model", Model, "--text", "dark drss boot dress", "--count", "1", "--out", path);
        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        StringAssert.EndsWith(run.Error.TrimEnd().Split('\n')[0], ": the model does not know 'drss' (near: dress); it is left out.");
        run = ProgramRun.Of("generate", "--model", Model, "--picture", "7.3@velvet-boot", "--out", path);
        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        StringAssert.EndsWith(run.Error.TrimEnd(), ": the model does not know 'velvet'; it is left out.");
    }

    [TestMethod]
    public void WithoutAModelRecipesAreDrawnByTheOneThatKnowsWhatTheyAsk()
    {
        var path = Workplace.Folder("by-itself.png");
        foreach (var (recipe, model) in new[] { ("7.3@dark-dress", "text"), ("7.3@light-boot", "text"), ("7.3@bag", "conditional") })
        {
            ProgramRun.Of("generate", "--picture", recipe, "--out", path).RequireSuccess();
            CollectionAssert.AreEqual(FashionGan.Pretrained(model).Draw([Recipe.Parse(recipe)])[0].Pixels,
                PictureReader.Read(path).Pixels, recipe);
        }

        ProgramRun.Of("generate", "--from", "7.3@bag", "--via", "7.4", "--to", "8.0@light-boot", "--count", "3", "--out", path)
            .RequireSuccess();
    }

    [TestMethod]
    public void WhatIsReadOtherwiseIsSaid()
    {
        var path = Workplace.Folder("read.png");
        var run = ProgramRun.Of("generate", "--text", "black tshirt", "--text", "striped, not dark", "--count", "2", "--out", path);
        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        StringAssert.Contains(run.Error, "'black' is read as 'dark', 'tshirt' is read as 't-shirt'.");
        StringAssert.Contains(run.Error, "does not understand 'not dark'");
        StringAssert.Contains(run.Error, "no garment is named");
    }

    [TestMethod]
    public void CaptionsThatTakeTurnsAreNamed()
    {
        var path = Workplace.Folder("in-turn.zip");
        var run = ProgramRun.Of("generate", "--model", Model, "--count", "2", "--seed", "7", "--out", path);
        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        StringAssert.Contains(run.Error, "without --text captions of the training take turns; --labels writes each below");
        using var table = new StreamReader(ZipFile.OpenRead(path).GetEntry("pictures.csv")!.Open());
        var gan = FashionGan.Load(Model);
        var written = gan.Vocabulary!.InTurn(1).Replace(",", "", StringComparison.Ordinal).Replace(' ', '-');
        StringAssert.Contains(table.ReadToEnd(), $"images/image_0001.png,\"7.1@{written}\",");
        CollectionAssert.AreEqual(gan.Generate(2, seed: 7)[1].Pixels, gan.Draw([Recipe.Parse($"7.1@{written}")])[0].Pixels);
    }

    [TestMethod]
    [DataRow("", "--text needs words, as \"dark sleeveless dress\".")]
    [DataRow("?!", "--text needs words, as \"dark sleeveless dress\".")]
    [DataRow("dress:4", "--text takes no number of pictures, as 'dress:4' has; --count says how many, of all texts together.")]
    [DataRow("drss", "--text: the model knows no word of the text: 'drss' (near: dress); it knows a, boot, dark, dress, light.")]
    [DataRow("тёмное платье", "--text: the model knows no word of the text: 'тёмное', 'платье'; it knows a, boot, dark, dress, light.")]
    public void WhatCannotBeAskedFor(string text, string complaint)
    {
        var path = Workplace.Folder("never.png");
        ProgramRun.Of("generate", "--model", Model, "--text", text, "--out", path).RequireFailure(ExitCode.Usage, complaint);
        Assert.IsFalse(File.Exists(path));
    }

    [TestMethod]
    public void TooManyWords() => ProgramRun.Of("generate", "--model", Model, "--text",
        string.Concat(Enumerable.Repeat("dark ", 10_000)), "--out", Workplace.Folder("never.png")).RequireFailure(ExitCode.Usage,
        "--text: a text has 400 characters at most, this one 50000.");

    [TestMethod]
    public void ModelsAreAskedForWhatTheyKnow()
    {
        var path = Workplace.Folder("never.png");
        ProgramRun.Of("generate", "--model", Model, "--class", "dress", "--out", path)
            .RequireFailure(ExitCode.Usage, "--class: this model knows words and no classes; ask it with --text.");
        ProgramRun.Of("generate", "--model", "conditional", "--text", "dress", "--out", path)
            .RequireFailure(ExitCode.Usage, "--text: this model knows no words; --model text does, and --class asks this one.");
        ProgramRun.Of("generate", "--model", "dcgan", "--text", "dress", "--out", path)
            .RequireFailure(ExitCode.Usage, "--text: this model knows no words; --model text does.");
        ProgramRun.Of("generate", "--model", "dcgan", "--picture", "7.3@dark-dress", "--out", path).RequireFailure(ExitCode.Usage,
            "--picture: The model has no classes, so it cannot draw 'dark-dress'. --model text draws it.");
        ProgramRun.Of("generate", "--model", "dcgan", "--class", "bag", "--out", path).RequireFailure(ExitCode.Usage,
            "--class: The model has no classes, so it cannot draw 'bag'. --model conditional draws it.");
        ProgramRun.Of("generate", "--model", "conditional", "--from", "7.3@dark-dress", "--to", "8.0@bag", "--out", path)
            .RequireFailure(ExitCode.Usage, "9 ankle boot. --model text draws it.");
        foreach (var (first, second) in new[] { ("7.3@velvet", "7.3@sneaker"), ("7.3@dark-dress", "7.3@velvet") })
            // With another model the one would be drawn, but not the other.
            ProgramRun.Of("generate", "--picture", first, "--picture", second, "--out", path)
                .RequireFailure(ExitCode.Usage, "--picture: There is no class 'velvet'; there are 0 T-shirt, 1 trouser, 2 pullover, " +
                    "3 dress, 4 coat, 5 sandal, 6 shirt, 7 sneaker, 8 bag, 9 ankle boot. See ");
        ProgramRun.Of("generate", "--model", Model, "--text", "dress", "--class", "dress", "--out", path)
            .RequireFailure(ExitCode.Usage, "--class says what to draw; --text does not go with it.");
        ProgramRun.Of("export", "--model", Model, "--out", Workplace.Folder("never.onnx")).RequireFailure(ExitCode.Failure,
            "A model that takes texts is not written as ONNX; .npz takes its weights.");
        ProgramRun.Of("export", "--model", Model, "--out", Workplace.Folder("never.weights.h5")).RequireFailure(ExitCode.Failure,
            "A model that takes texts is not written as a file of Keras; .npz takes its weights.");
        ProgramRun.Of("export", "--model", Model, "--out", Workplace.Folder("words.npz")).RequireSuccess();
    }

    [TestMethod]
    public void CaptionsThatAreFewerThanThePicturesLeaveTheOthersOut()
    {
        var few = Workplace.Folder("few.jsonl");
        File.WriteAllLines(few, File.ReadAllLines(s_captions).Take(48));
        var run = ProgramRun.Of("train", "--text", few, "--data", s_data, "--out", Workplace.Folder("few-run"), "--epochs", "1",
            "--batch-size", "16", "--latent-dim", "8");
        Assert.AreEqual(ExitCode.Success, run.ExitCode, run.Error);
        StringAssert.StartsWith(run.Output, "Training on 24 pictures with 48 captions");
        StringAssert.Contains(run.Error, $"{few} has captions of 24 of 40 pictures; the others are left out.");
        File.WriteAllLines(few, File.ReadAllLines(s_captions).Append("{\"picture\": 40, \"text\": \"a boot\"}"));
        ProgramRun.Of("train", "--text", few, "--data", s_data, "--out", Workplace.Folder("never-run"))
            .RequireFailure(ExitCode.Failure, $"{few} has a caption of picture 40, and the data have 40, 0 to 39.");
        Assert.IsFalse(Directory.Exists(Workplace.Folder("never-run")));
    }
}
