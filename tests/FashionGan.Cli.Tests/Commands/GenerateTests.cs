using FashionGanTf.Cli.Tests.Support;
using FashionGanTf.Imaging;
using Tensorflow.Keras.Datasets;

namespace FashionGanTf.Cli.Tests.Commands;

/// <summary>What <c>generate</c> writes.</summary>
[TestClass]
public class GenerateTests
{
    [TestMethod]
    public void AllFormatsHoldTheSamePicturesWhateverTheCount()
    {
        // 300 pictures are several batches within the program, 3 are one.
        var idx = Path.Combine(Directory.CreateDirectory(Workplace.Folder("formats")).FullName, "generated-images-idx3-ubyte.gz");
        Generate("--count", "300", "--seed", "7", "--format", "idx", "--out", idx);
        var array = IdxFile.load(idx);
        Assert.AreEqual(new Tensorflow.Shape(300, 28, 28), array.shape);
        var pixels = array.ToArray<byte>();

        var folder = Workplace.Folder("formats/singles");
        Generate("--count", "3", "--seed", "7", "--format", "png", "--out", folder);
        CollectionAssert.AreEqual(
            new[] { "image_0000.png", "image_0001.png", "image_0002.png" }, Directory.GetFileSystemEntries(folder).Select(Path.GetFileName).Order().ToArray());
        for (var i = 0; i < 3; i++)
            CollectionAssert.AreEqual(pixels[(i * 784)..((i + 1) * 784)], PngReader.Read(Path.Combine(folder, $"image_000{i}.png")).Pixels, $"picture {i}");

        var path = Workplace.Folder("formats/grid.png");
        Generate("--seed", "7", "--grid", "3x2", "--out", path);
        var grid = PngReader.Read(path);
        Assert.AreEqual((3 * 28, 2 * 28), (grid.Width, grid.Height));
        for (var y = 0; y < 28; y++)
            CollectionAssert.AreEqual(pixels[(4 * 784 + 28 * y)..(4 * 784 + 28 * (y + 1))], grid.Row(28 + y)[28..56].ToArray(), $"picture 4, row {y}");
        Workplace.RequireNothingHalfWritten(Workplace.Folder("formats"));
    }

    [TestMethod]
    public void ASeedRepeatsAndAnotherDiffers()
    {
        var bytes = new[] { "5", "5", "6" }.Select((seed, i) =>
        {
            var path = Workplace.Folder($"seed{i}.png");
            Generate("--count", "2", "--seed", seed, "--out", path);
            return File.ReadAllBytes(path);
        }).ToArray();
        CollectionAssert.AreEqual(bytes[0], bytes[1]);
        CollectionAssert.AreNotEqual(bytes[0], bytes[2]);
    }

    [TestMethod]
    public void AFileWithoutGzIsPlain()
    {
        var path = Workplace.Folder("plain-images-idx3-ubyte");
        Generate("--count", "1", "--format", "idx", "--out", path);
        Assert.AreEqual(16 + 784, new FileInfo(path).Length);
    }

    private static void Generate(params string[] arguments) => ProgramRun.Of(["generate", "--model", Workplace.Model, .. arguments]).RequireSuccess();
}
