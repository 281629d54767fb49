using FashionGanTf.Cli.Commands;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>Names of files and folders that cannot be meant: one line says what is wrong with which.</summary>
[TestClass]
public class PlaceTests
{
    [TestMethod]
    [DataRow("generate --model", "--out x", "")]
    [DataRow("generate --out", "--model x", "")]
    [DataRow("generate --out", "--model x", " ")]
    [DataRow("train --data", "--limit 1", "")]
    [DataRow("serve --run", "--port 0", "")]
    [DataRow("train --out", "--limit 1", " ")]
    public void ABlankNameIsWrongUsage(string option, string more, string name)
    {
        var words = option.Split(' ');
        RequireLine(2, $"{words[1]} needs the name of a file or folder, not '{name}'. See {ProgramRun.Program} {words[0]} --help.",
            [.. words, name, .. more.Split(' ')]);
    }

    [TestMethod]
    [DataRow("--format jpg", "--format needs png, grid, idx, npz, zip, animation, gif or webp, not 'jpg'.")]
    [DataRow("--format png --format idx", "--format is given 2 times.")]
    [DataRow("--seed 1 --seed 2 --seed 3", "--seed is given 3 times.")]
    public void AChoiceIsNamedInOnePlainLine(string options, string complaint) =>
        RequireLine(2, complaint + $" See {ProgramRun.Program} generate --help.",
            ["generate", "--model", "m", "--out", "o", .. options.Split(' ')]);

    [TestMethod]
    public void MoreNoiseThanWorksIsWrongUsage()
    {
        var output = Workplace.Folder("large");
        RequireLine(2, $"--latent-dim needs a whole number from 1 to 8192, not '65536'. See {ProgramRun.Program} train --help.", "train",
            "--latent-dim", "65536", "--limit", "1", "--batch-size", "1", "--out", output);
        Assert.IsFalse(Path.Exists(output));
    }

    [TestMethod]
    public void AModelThatIsNoFile()
    {
        const string expected =
            "expected was a generator's weights, as FashionGan.Save writes them and a run leaves them in run/generator.safetensors.";
        RequireLine(1, $"There is no file no-such-model; {expected}", "generate", "--model", "no-such-model", "--out",
            Workplace.Folder("never-made"));
        RequireLine(1, $"{Workplace.Data} is a folder; {expected}", "generate", "--model", Workplace.Data, "--out",
            Workplace.Folder("never-made"));
    }

    [TestMethod]
    public void AFileForAFolderAndTheOtherWayRound()
    {
        var file = Workplace.Folder("some-file");
        File.WriteAllText(file, "");
        var folder = Directory.CreateDirectory(Workplace.Folder("some-folder")).FullName;
        foreach (var format in new[] { "idx", "grid" })
            RequireLine(1, $"{folder} is a folder, a file name was expected; choose another with --out.", "generate", "--model", "m",
                "--format", format, "--out", folder);
        RequireLine(1, $"{file} is a file, a folder was expected; choose another with --out.", "generate", "--model", "m", "--out", file);
        RequireLine(1, $"{file} is a file, a folder was expected; choose another with --out.", "train", "--out", file);
        RequireLine(1, $"{file} is a file, a folder was expected; choose another with --run.", "plot", "--run", file);
        RequireLine(1, $"{file}: damaged file, cut short: it ends within the head of an IDX file.", "train", "--data", file, "--out",
            folder);
        Assert.IsEmpty(Directory.GetFileSystemEntries(folder));
    }

    [TestMethod]
    public void EvaluateMakesNoFolderWhereItCannotWriteItsFigures()
    {
        var (folder, json) = (Workplace.Folder("judged"), Path.Combine(Workplace.Folder("not-there"), "x.json"));
        ProgramRun.Of("evaluate", "--json", json, "--out", folder).RequireFailure(1, $"{json} cannot be written: ");
        ProgramRun.Of("evaluate", "--json", folder, "--out", folder + "/")
            .RequireFailure(2, $"--json and --out both name {folder}; one is a file, the other a folder.");
        Assert.IsFalse(Directory.Exists(folder));
    }

    [TestMethod]
    [DataRow(false, "a.png", "grid")]
    [DataRow(false, "a.PNG", "grid")]
    [DataRow(true, "a", "grid")]
    [DataRow(false, "a.Idx", "idx")]
    [DataRow(false, "train-images-idx3-ubyte", "idx")]
    [DataRow(false, "train-images-idx3-ubyte.GZ", "idx")]
    [DataRow(false, "pictures.ZIP", "zip")]
    [DataRow(false, "pictures.npz", "npz")]
    [DataRow(false, "pictures", "png")]
    [DataRow(false, "pictures.v2", "png")]
    [DataRow(false, "a.png/", "png")]
    [DataRow(false, "a.gif", "gif")]
    [DataRow(false, "a.webp", "webp")]
    public void TheNameTellsTheFormat(bool hasGrid, string name, string format) => Assert.AreEqual(format, PictureFormat.Of(hasGrid, name));

    [TestMethod]
    [DataRow("a.jpg", ".jpg")]
    [DataRow("a.JPEG", ".jpeg")]
    [DataRow("a.bmp", ".bmp")]
    [DataRow("a.tif", ".tif")]
    [DataRow("a.tiff", ".tiff")]
    [DataRow("a.svg", ".svg")]
    [DataRow("a.tar", ".tar")]
    [DataRow("a.tar.gz", ".tar.gz")]
    [DataRow("a.npy", ".npy")]
    [DataRow("a.txt", ".txt")]
    public void NoFolderBearsAFilesName(string name, string ending) =>
        Assert.AreEqual(
            $"--out {name} ends in {ending}, which is not written here; end it in .png, .apng, .gif, .webp, .zip, .idx or .npz, or " +
            "name a folder.",
            Assert.ThrowsExactly<UsageException>(() => PictureFormat.Of(false, name)).Message);

    [TestMethod]
    [DataRow("said.PNG", "2 pictures in {0}, a sheet of 2x1.")]
    [DataRow("said-ubyte", "2 pictures in {0}.")]
    [DataRow("said", "2 pictures in {0}.")]
    public void ALineSaysWhatWasWritten(string name, string line)
    {
        var path = Workplace.Folder(name);
        var run = ProgramRun.Of("generate", "--model", Workplace.Model, "--count", "2", "--out", path).RequireSuccess();
        Assert.AreEqual(string.Format(line, path) + "\n", run.Output);
        Assert.AreEqual(name == "said" ? 2 : 0, Directory.Exists(path) ? Directory.GetFiles(path).Length : 0);
    }

    [TestMethod]
    public void ANameThatBeginsWithAtIsAName()
    {
        var folder = Directory.CreateDirectory(Workplace.Folder("at")).FullName;
        File.WriteAllText(Path.Combine(folder, "shirts.png"), "--seed 7");
        using var process = ProgramRun.StartShell($"cd '{folder}' && exec \"$@\"", "generate", "--model", Workplace.Model, "--count", "1",
            "--out", "@shirts.png");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.AreEqual("1 picture in @shirts.png, a sheet of 1x1.\n",
            ProgramRun.End(process, () => output.Result, () => error.Result).RequireSuccess().Output);
        Assert.AreEqual(28, Imaging.Decoding.PictureReader.Read(Path.Combine(folder, "@shirts.png")).Width);
    }

    [TestMethod]
    public void OlderPicturesInTheFolderAreCounted()
    {
        var folder = Workplace.Folder("older");
        string Said(int count) =>
            ProgramRun.Of("generate", "--model", Workplace.Model, "--count", $"{count}", "--out", folder).RequireSuccess().Output;
        Assert.AreEqual($"5 pictures in {folder}.\n", Said(5));
        Assert.AreEqual($"2 pictures in {folder}.\nNote: they took the place of 2 older pictures; 3 older pictures lie beside them, " +
            "image_0002.png to image_0004.png.\n", Said(2));
        Assert.AreEqual($"4 pictures in {folder}.\nNote: they took the place of 4 older pictures; 1 older picture lies beside them, " +
            "image_0004.png.\n", Said(4));
        Assert.AreEqual($"6 pictures in {folder}.\nNote: they took the place of 5 older pictures.\n", Said(6));
        File.WriteAllText(Path.Combine(folder, "mine.png"), "no picture of this program's");
        Assert.AreEqual($"6 pictures in {folder}.\nNote: they took the place of 6 older pictures.\n", Said(6));
    }

    private static void RequireLine(int exitCode, string line, params string[] arguments)
    {
        var run = ProgramRun.Of(arguments);
        Assert.AreEqual((exitCode, "", $"fashion-gan: {line}\n"), (run.ExitCode, run.Output, run.Error));
    }
}
