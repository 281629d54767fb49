using FashionGanTf.Callbacks;
using FashionGanTf.Models;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Tests.Callbacks;

/// <summary>GanMonitor leaves one grid an epoch, under names that sort.</summary>
[TestClass]
public class GanMonitorTests
{
    [TestMethod]
    public void EachEpochGetsItsGrid()
    {
        using var folder = new TemporaryFolder();
        var samples = Path.Combine(folder.Path, "samples");
        var monitor = new GanMonitor(new FashionGan(latent_dim: 8), samples, epochs: 3, columns: 4, rows: 3);
        for (var epoch = 0; epoch < 3; epoch++)
            monitor.on_epoch_end(epoch, []);
        CollectionAssert.AreEqual(new[] { "epoch_01.png", "epoch_02.png", "epoch_03.png" }, Names(samples));
        var grid = PictureReader.Read(Path.Combine(samples, "epoch_01.png"));
        Assert.IsGreaterThanOrEqualTo(4 * 28, grid.Width);
        Assert.IsGreaterThanOrEqualTo(3 * 28, grid.Height);
        Assert.IsGreaterThan(grid.Height, grid.Width, "four columns are wider than three rows");
        CollectionAssert.AreEqual(
            File.ReadAllBytes(Path.Combine(samples, "epoch_01.png")),
            File.ReadAllBytes(Path.Combine(samples, "epoch_02.png")),
            "the same weights draw the same from the fixed noise");
    }

    [TestMethod]
    public void EachClassHasARowOfTheSameNoise()
    {
        using var folder = new TemporaryFolder();
        var gan = new FashionGan(latent_dim: 8, classes: 3);
        new GanMonitor(gan, folder.Path, epochs: 1, seed: 4, columns: 2).on_epoch_end(0, []);
        var pictures = gan.Classes.SelectMany(name => gan.Generate(2, seed: 4, @class: name)).ToList();
        var expected = ImageGrid.Compose(pictures, 2, 3, padding: 2);
        var actual = PictureReader.Read(Path.Combine(folder.Path, "epoch_01.png"));
        CollectionAssert.AreEqual(expected.Pixels, actual.Pixels);
    }

    [TestMethod]
    public void ASheetIsInTheModelsSizeAndColours()
    {
        using var folder = new TemporaryFolder();
        var gan = new FashionGan(latent_dim: 4, picture: new PictureShape(32, 3));
        new GanMonitor(gan, folder.Path, epochs: 1, seed: 4, columns: 3, rows: 2).on_epoch_end(0, []);
        var sheet = PictureReader.Read(Path.Combine(folder.Path, "epoch_01.png"));
        Assert.AreEqual((3 * 34 - 2, 2 * 34 - 2, 3), (sheet.Width, sheet.Height, sheet.Channels));
        CollectionAssert.AreEqual(ImageGrid.Compose(gan.Generate(6, seed: 4), 3, 2, padding: 2).Pixels, sheet.Pixels);
    }

    [TestMethod]
    public void AThousandEpochsGetFourDigits()
    {
        using var folder = new TemporaryFolder();
        new GanMonitor(new FashionGan(latent_dim: 8), folder.Path, epochs: 1000, columns: 1, rows: 1).on_epoch_end(6, []);
        CollectionAssert.AreEqual(new[] { "epoch_0007.png" }, Names(folder.Path));
    }

    [TestMethod]
    public void PicturesOfAShorterRunGetTheLongerNames()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "epoch_01.png", "epoch_12.png", "epoch_13.png", "epoch_1.png", "epoch_001.txt" })
            File.WriteAllText(Path.Combine(folder.Path, name), name);
        new GanMonitor(new FashionGan(latent_dim: 8), folder.Path, epochs: 1000).AlignNames(epochs: 12);
        CollectionAssert.AreEqual(new[] { "epoch_0001.png", "epoch_001.txt", "epoch_0012.png", "epoch_1.png", "epoch_13.png" },
            Names(folder.Path).Order(StringComparer.Ordinal).ToArray());
        Assert.AreEqual("epoch_12.png", File.ReadAllText(Path.Combine(folder.Path, "epoch_0012.png")));
    }

    private static string[] Names(string folder) =>
        [.. Directory.GetFiles(folder).Select(path => System.IO.Path.GetFileName(path)!).Order()];
}
