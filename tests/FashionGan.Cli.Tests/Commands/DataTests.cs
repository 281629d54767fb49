using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Imaging;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary><c>data</c>: what is understood of a place, as people see it.</summary>
[TestClass]
public class DataTests
{
    private static readonly string s_clothing = Path.Combine(Repository.Root, "tests", "clothing");

    [TestMethod]
    public void CountsSizesAndWhatIsLeftOut()
    {
        var sheet = Workplace.Folder("sheet.png");
        var output = ProgramRun.Of("data", s_clothing, "--out", sheet).RequireSuccess().Output;
        Assert.AreEqual($"""
            {s_clothing}: a folder for each class, in folders of train and test.

            class       train  validation  test
            dress           2           1     1
            hat             2           1     1
            longsleeve      2           1     1
            outwear         2           1     1
            pants           2           1     1
            shirt           2           1     1
            shoes           2           1     1
            shorts          2           1     1
            skirt           2           1     1
            t-shirt         2           1     1
            all            20          10    10

            Sizes: smallest 160 x 160, median 160 x 213, largest 160 x 220; all in colour.
            A training makes them 64 x 64 in colour.
            2 left out, not a picture: LICENSE, README.md
            A sheet of samples is in {sheet}.

            """, output);
        var picture = PictureReader.Read(sheet);
        Assert.AreEqual((10 * 66 - 2, 10 * 66 - 2, 3), (picture.Width, picture.Height, picture.Channels));
    }

    [TestMethod]
    public void BrokenPicturesAreToldAndGrayIsGray()
    {
        var folder = Workplace.Folder("gray");
        ProgramRun.Of("generate", "--model", Workplace.Model, "--count", "3", "--format", "png", "--out", folder).RequireSuccess();
        File.WriteAllBytes(Path.Combine(folder, "broken.png"), [1, 2, 3]);
        var output = ProgramRun.Of("data", folder).RequireSuccess().Output;
        StringAssert.Contains(output, "one folder of pictures.\n\n          train\npictures      4\n");
        StringAssert.Contains(output, "Sizes: smallest 28 x 28, median 28 x 28, largest 28 x 28; all gray.\n" +
            "A training makes them 28 x 28 in gray.\n1 broken, which --skip-broken leaves out: ");
        StringAssert.Contains(output, "broken.png: ");

        string[] train = ["train", "--data", folder, "--out", Workplace.Folder("of-gray"), "--epochs", "1", "--batch-size", "2",
            "--latent-dim", "4"];
        ProgramRun.Of(train).RequireFailure(1, "broken.png: ");
        Assert.IsFalse(Path.Exists(Workplace.Folder("of-gray")));
        StringAssert.Contains(ProgramRun.Of([.. train, "--skip-broken"]).RequireSuccess().Output,
            $"1 broken picture left out:\n  {Path.Combine(folder, "broken.png")}: ");
    }

    [TestMethod]
    [OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
    [DataRow("/gone/far.png", DisplayName = "dead")]
    [DataRow("dead.png", DisplayName = "round in a ring")]
    public void ALinkThatLeadsNowhereIsABrokenPicture(string target)
    {
        var folder = Workplace.Folder($"linked{target.Length}");
        ProgramRun.Of("generate", "--model", Workplace.Model, "--count", "3", "--format", "png", "--out", folder).RequireSuccess();
        var dead = Path.Combine(folder, "dead.png");
        File.CreateSymbolicLink(dead, target);
        var why = $"it is a link to {target}, which is not there";
        StringAssert.Contains(ProgramRun.Of("data", folder).RequireSuccess().Output,
            $"1 broken, which --skip-broken leaves out: {dead}: {why}\n");

        var to = Workplace.Folder($"of-linked{target.Length}");
        string[] train = ["train", "--data", folder, "--out", to, "--epochs", "1", "--batch-size", "2", "--latent-dim", "4"];
        ProgramRun.Of(train).RequireFailure(1,
            $"{dead}: {why}. Take the file away, or leave out what is broken with --skip-broken.");
        Assert.IsFalse(Path.Exists(to));
        StringAssert.Contains(ProgramRun.Of([.. train, "--skip-broken"]).RequireSuccess().Output,
            $"1 broken picture left out:\n  {dead}: {why}.\n");
    }

    [TestMethod]
    public void ADryRunNamesTheLayout()
    {
        var output = ProgramRun.Of("train", "--dry-run", "--data", s_clothing, "--size", "28", "--channels", "gray", "--batch-size", "4",
            "--conditional").RequireSuccess().Output;
        StringAssert.Contains(output,
            "Data: a folder for each class, in folders of train and test; 20 pictures of 10 classes, 28 x 28 in gray.\n");
    }

    [TestMethod]
    [DataRow(new string[0], 2, "DIR is missing: A folder or file with pictures")]
    [DataRow(new[] { "." , "--size", "30" }, 2, "--size needs 28, 32, 64 or 128, not '30'")]
    [DataRow(new[] { ".", "--channels", "color" }, 2, "--channels needs gray or colour, not 'color'; did you mean colour?")]
    [DataRow(new[] { ".", "--background", "mauve" }, 2, "--background: A background is corners, white, black or a colour")]
    [DataRow(new[] { "/nowhere" }, 1, "There is no folder /nowhere, and no file of that name.")]
    [DataRow(new[] { "CLOTHING", "--label-column", "x" }, 1, "--label-column names a column of styles.csv or of parquet files;")]
    public void WhatIsWrongIsOneLine(string[] arguments, int exitCode, string complaint) =>
        ProgramRun.Of(["data", .. arguments.Select(argument => argument == "CLOTHING" ? s_clothing : argument)])
            .RequireFailure(exitCode, complaint);

    [TestMethod]
    public void OneClassIsNoneToLearn()
    {
        var folder = Workplace.Folder("one");
        foreach (var file in Directory.GetFiles(Path.Combine(s_clothing, "train", "hat")))
        {
            Directory.CreateDirectory(Path.Combine(folder, "hat"));
            File.Copy(file, Path.Combine(folder, "hat", Path.GetFileName(file)));
        }

        ProgramRun.Of("train", "--data", folder, "--out", Workplace.Folder("of-one"), "--size", "28", "--channels", "gray",
            "--batch-size", "2", "--conditional")
            .RequireFailure(1, "The pictures are of one class only, hat; --conditional needs two at least.");
    }
}
