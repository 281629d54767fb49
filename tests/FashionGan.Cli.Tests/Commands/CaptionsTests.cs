using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Imaging.Decoding;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary><c>captions</c>, as people see it.</summary>
[TestClass]
public class CaptionsTests
{
    private const int Pictures = 60;

    [TestMethod]
    public void CaptionsAndSheetsAreWrittenAndTheSameSeedGivesTheSameFile()
    {
        var data = Data("ten", ["T-shirt", "trouser", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"]);
        var (one, again, sheets) = (Workplace.Folder("one.jsonl"), Workplace.Folder("again.jsonl"), Workplace.Folder("sheets"));
        var output = ProgramRun.Of("captions", data, "--out", one, "--count", "2", "--sheets", sheets).RequireSuccess().Output;
        var lines = File.ReadAllLines(one);
        Assert.HasCount(2 * Pictures, lines);
        StringAssert.StartsWith(lines[3], "{\"picture\":1,\"text\":\"");
        StringAssert.StartsWith(output, $"{2 * Pictures} captions of {Pictures} pictures in {one}, such as '");
        StringAssert.EndsWith(output, $"Sheets of 6 attributes are in {sheets}.\n");
        var sheet = PictureReader.Read(Path.Combine(sheets, "sleeve-length.png"));
        Assert.AreEqual((20 * 29 - 1, 9 * 29 - 1), (sheet.Width, sheet.Height));
        ProgramRun.Of("captions", data, "--out", again, "--count", "2").RequireSuccess();
        CollectionAssert.AreEqual(lines, File.ReadAllLines(again));

        // Tall dark bags, for one, are held out.
        var heldOut = Workplace.Folder("held-out.jsonl");
        output = ProgramRun.Of("captions", data, "--out", heldOut, "--count", "2", "--hold-out").RequireSuccess().Output;
        StringAssert.Contains(output, " pictures have none: they show a combination that is held out.\n");
        Assert.IsInRange(1, lines.Length - 1, File.ReadAllLines(heldOut).Length);
    }

    [TestMethod]
    public void WhatCannotBeMeasuredIsOneLineAndNothingIsWritten()
    {
        var file = Workplace.Folder("none.jsonl");
        ProgramRun.Of("captions", Workplace.Data, "--out", file)
            .RequireFailure(1, "not T-shirt, trouser, pullover, dress, coat, sandal, shirt, sneaker, bag, ankle boot in this order, and " +
                "captions are measured of Fashion-MNIST's ten classes in pictures of 28 x 28 in gray; for others write a file of " +
                "captions for train --text yourself, a line for each, as {\"picture\": 17, \"text\": \"a dark dress\"}.");
        ProgramRun.Of("captions", Workplace.Folder("nowhere"), "--out", file).RequireFailure(1, "nowhere");
        Assert.IsFalse(File.Exists(file));
    }

    [TestMethod]
    public void AModelWithoutClassesCannotBeAskedInWords()
    {
        var folder = Workplace.Folder("asked");
        ProgramRun.Of("evaluate", "--model", Workplace.Model, "--data", Workplace.Data, "--count", "2", "--words", "--out", folder)
            .RequireFailure(1, $"--words asks for captions, and {Workplace.Model} draws no classes; leave it out.");
        Assert.IsFalse(Directory.Exists(folder));
    }

    /// <summary>Pictures of a rectangle each, of ten classes in turn.</summary>
    private static string Data(string name, string[] classes)
    {
        var folder = Workplace.Folder(name);
        Directory.CreateDirectory(folder);
        var pixels = new byte[Pictures * 784];
        for (var i = 0; i < Pictures; i++)
            for (var y = 0; y < 28; y++)
                pixels.AsSpan(i * 784 + y * 28 + 8, 12).Fill((byte)(60 + 3 * i));
        IdxFile.save(Path.Combine(folder, "train-images-idx3-ubyte.gz"), np.array(pixels).reshape((Pictures, 28, 28)));
        IdxFile.save(Path.Combine(folder, "train-labels-idx1-ubyte.gz"),
            np.array(Enumerable.Range(0, Pictures).Select(i => (byte)(i % 10)).ToArray()));
        File.WriteAllLines(Path.Combine(folder, "classes.txt"), classes);
        return folder;
    }
}
