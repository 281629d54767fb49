using System.Globalization;
using System.Xml.Linq;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Plots;
using FashionGanTf.Tests.Imaging;
using FashionGanTf.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Tests.Plots;

/// <summary>Plots from the files of a run, sound ones and others.</summary>
[TestClass]
public sealed class RunPlotsTests : IDisposable
{
    private const string Head = "epoch,step,d_loss,g_loss,d_real,d_fake,seconds\n";

    private readonly TemporaryFolder _folder = new();
    private RunFolders _folders = null!;

    [TestInitialize]
    public void WriteARun()
    {
        _folders = new RunFolders(_folder.Path);
        _folders.Create();
        WriteHistory(epochs: 3, stepsOfEpoch: 5);
        for (var epoch = 1; epoch <= 3; epoch++)
            WritePicture($"epoch_{epoch:00}.png", (byte)epoch);
    }

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void EachPlotIsMadeFromItsFiles()
    {
        RunPlots.Write(_folders);
        Assert.AreEqual(1720, PictureReader.Read(Sample("loss_curve.png")).Width);
        var svg = XDocument.Parse(File.ReadAllText(Sample("loss_curve.svg"))).Root!;
        var texts = svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();
        foreach (var text in new[] { "epoch", "loss", "each step", "d_loss: loss of the discriminator, mean of an epoch",
            "d_real: D(x), how real the discriminator finds real pictures",
            "d_fake: D(G(z)), how real the discriminator finds drawn pictures", "1", "2", "3" })
            CollectionAssert.Contains(texts, text);
        CollectionAssert.AreEqual(
            PictureReader.Read(Sample("epoch_03.png")).Pixels, PictureReader.Read(Sample("generated_grid.png")).Pixels);
        var frames = AnimatedPngTests.Frames(File.ReadAllBytes(Sample("training.png")));
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, frames.Select(frame => frame.Image.Pixels[0]).ToArray());

        // A plot is no picture of an epoch, and belongs to the run.
        var before = File.ReadAllBytes(Sample("training.png"));
        RunPlots.Write(_folders);
        CollectionAssert.AreEqual(before, File.ReadAllBytes(Sample("training.png")));
        _folders.RemoveRun();
        Assert.IsEmpty(Directory.GetFiles(_folders.Samples));
    }

    [TestMethod]
    public void ALongRunShowsEpochsEvenlySpread()
    {
        for (var epoch = 1; epoch <= 501; epoch++)
            WritePicture($"epoch_{epoch:000}.png", (byte)(epoch % 251));
        foreach (var old in Directory.GetFiles(_folders.Samples, "epoch_0?.png"))
            File.Delete(old);
        WriteHistory(epochs: 501, stepsOfEpoch: 468);
        RunPlots.Write(_folders);
        var frames = AnimatedPngTests.Frames(File.ReadAllBytes(Sample("training.png")));
        Assert.HasCount(200, frames);
        Assert.AreEqual((2, 501 % 251), (frames[0].Image.Pixels[0], frames[^1].Image.Pixels[0]));
        Assert.IsLessThan(400_000, new FileInfo(Sample("loss_curve.svg")).Length, "234,468 steps are not written one by one");
    }

    /// <summary>64 MiB of pixels: five of 12 MB.</summary>
    [TestMethod]
    public void OfLargePicturesItShowsFewerEpochsAndTheLast()
    {
        for (var epoch = 1; epoch <= 8; epoch++)
        {
            var picture = new Bitmap(2000, 2000, 3);
            picture.Pixels[1] = (byte)epoch;
            PngWriter.Write(Sample($"epoch_{epoch:00}.png"), picture);
        }

        RunPlots.Write(_folders);
        var frames = AnimatedPngTests.Frames(File.ReadAllBytes(Sample("training.png")));
        CollectionAssert.AreEqual(new byte[] { 1, 3, 4, 6, 8 }, frames.Select(frame => frame.Image.Pixels[1]).ToArray());
    }

    [TestMethod]
    public void WhoInterruptsGetsNoPlots()
    {
        Assert.ThrowsExactly<OperationCanceledException>(() => RunPlots.Write(_folders, new CancellationToken(canceled: true)));
        Assert.HasCount(3, Directory.GetFiles(_folders.Samples));
    }

    [TestMethod]
    public void ARunWithoutStepsHasCurvesAllTheSame()
    {
        File.Delete(InRun("steps.csv"));
        RunPlots.Write(_folders);
        var svg = File.ReadAllText(Sample("loss_curve.svg"));
        Assert.IsFalse(svg.Contains("each step", StringComparison.Ordinal));
        StringAssert.Contains(svg, "generator, mean of an epoch");
    }

    [TestMethod]
    [DataRow("", "its first line names no column 'epoch'")]
    [DataRow("epoch,step,d_loss\n1,5,1\n", "its first line names no column 'g_loss'")]
    [DataRow(Head, "it tells of no epoch")]
    [DataRow(Head + "1,5,1,1,0.5,0.5,9\n2,10,1,1\n", "line 3 has 4 values, 7 are named")]
    [DataRow(Head + "1,5,one,1,0.5,0.5,9\n", "line 2, 'd_loss' is no number")]
    [DataRow(Head + "2,5,1,1,0.5,0.5,9\n", "line 2 is not of epoch 1")]
    [DataRow(Head + "1,5,1,1,0.5,0.5,9\n2,5,1,1,0.5,0.5,9\n", "line 3 is not of epoch 2")]
    [DataRow(Head + "1,NaN,1,1,0.5,0.5,9\n", "line 2 is not of epoch 1")]
    public void ADamagedHistoryIsOneLine(string text, string complaint)
    {
        File.WriteAllText(InRun("history.csv"), text);
        RequireRefused<InvalidDataException>("history.csv", complaint);
    }

    [TestMethod]
    public void WhatIsMissingOrDamagedIsOneLine()
    {
        File.WriteAllText(InRun("steps.csv"), "step,d_loss,g_loss\n1,2\n");
        RequireRefused<InvalidDataException>("steps.csv", "line 2 has 2 values");
        WriteHistory(epochs: 3, stepsOfEpoch: 5);

        PngWriter.Write(Sample("epoch_02.png"), new Bitmap(3, 3));
        RequireRefused<InvalidDataException>("epoch_02.png", "it is 3 x 3 pixels, the pictures of earlier epochs are 4 x 4");
        File.WriteAllText(Sample("epoch_02.png"), "");
        RequireRefused<InvalidDataException>("epoch_02.png", "not a JPEG, PNG, WebP, BMP or GIF file");

        foreach (var picture in Directory.GetFiles(_folders.Samples))
            File.Delete(picture);
        RequireRefused<FileNotFoundException>("generator.safetensors", "There is no file");
        File.Delete(InRun("history.csv"));
        RequireRefused<IOException>("history.csv", "when its first epoch has ended");
    }

    private void RequireRefused<T>(string file, string complaint)
        where T : Exception
    {
        var error = Assert.ThrowsExactly<T>(() => RunPlots.Write(_folders));
        StringAssert.Contains(error.Message, file);
        StringAssert.Contains(error.Message, complaint);
        Assert.IsFalse(error.Message.Contains('\n'));
        Assert.IsFalse(RunPlots.Names.Any(name => File.Exists(Sample(name))), "nothing is written before everything was read");
    }

    private void WriteHistory(int epochs, int stepsOfEpoch)
    {
        File.WriteAllText(InRun("history.csv"),
            Head + string.Concat(Enumerable.Range(1, epochs).Select(epoch => $"{epoch},{epoch * stepsOfEpoch},1.5E-01,NaN,0.5,0.25,9\n")));
        File.WriteAllText(InRun("steps.csv"), "step,d_loss,g_loss\n" + string.Concat(Enumerable.Range(1, epochs * stepsOfEpoch)
            .Select(step => string.Create(CultureInfo.InvariantCulture, $"{step},{step % 7 * 0.1},{step % 5}\n"))));
    }

    private void WritePicture(string name, byte gray)
    {
        var picture = new Bitmap(4, 4);
        picture.Pixels.AsSpan().Fill(gray);
        PngWriter.Write(Sample(name), picture);
    }

    private string Sample(string name) => Path.Combine(_folders.Samples, name);

    private string InRun(string name) => Path.Combine(_folders.Run, name);
}
