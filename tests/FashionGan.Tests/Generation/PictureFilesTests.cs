using FashionGanTf.Generation;
using FashionGanTf.Imaging;
using FashionGanTf.Imaging.Decoding;
using FashionGanTf.Tests.Support;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Generation;

/// <summary>Pictures to files, and the noise that pictures come from.</summary>
[TestClass]
public class PictureFilesTests
{
    private static IEnumerable<Bitmap> Pictures(int count) =>
        Enumerable.Range(0, count).Select(i => new Bitmap(2, 1, 1, [(byte)i, (byte)(i + 1)]));

    [TestMethod]
    [DataRow("generated-images-idx3-ubyte.gz", "generated-labels-idx1-ubyte.gz")]
    [DataRow("a/train-images-idx3-ubyte", "a/train-labels-idx1-ubyte")]
    [DataRow("train-images-idx4-ubyte.gz", "train-labels-idx1-ubyte.gz")]
    [DataRow("mine-images.IDX3-ubyte", "mine-labels.idx1-ubyte")]
    [DataRow("drawn.idx", "drawn-labels.idx")]
    [DataRow("drawn-ubyte", "drawn-ubyte-labels")]
    [DataRow("a.b/drawn.idx.gz", "a.b/drawn-labels.idx.gz")]
    public void LabelsHaveTheirPlaceBesideTheirPictures(string pictures, string labels) =>
        Assert.AreEqual(labels.Replace('/', Path.DirectorySeparatorChar), IdxFile.labels_beside(pictures));

    [TestMethod]
    public void SinglePicturesAreNumberedSoThatNamesSort()
    {
        using var folder = new TemporaryFolder();
        var deep = Path.Combine(folder.Path, "a", "b");
        PictureFiles.WriteSingles(deep, Pictures(2), count: 20_000);
        CollectionAssert.AreEqual(
            new[] { "image_00000.png", "image_00001.png" }, Directory.GetFiles(deep).Select(Path.GetFileName).Order().ToArray());
        CollectionAssert.AreEqual(new byte[] { 1, 2 }, PictureReader.Read(Path.Combine(deep, "image_00001.png")).Pixels);
    }

    [TestMethod]
    public void AnIdxFileHoldsThemAll()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "x.gz");
        PictureFiles.WriteIdx(path, Pictures(3), count: 3);
        var array = IdxFile.load(path);
        Assert.AreEqual(new Tensorflow.Shape(3, 1, 2), array.shape);
        CollectionAssert.AreEqual(new byte[] { 0, 1, 1, 2, 2, 3 }, array.ToArray<byte>());
    }

    [TestMethod]
    public void AnIdxFileOfPicturesInColourHasAFourthAxis()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "x.idx");
        PictureFiles.WriteIdx(path, [new Bitmap(2, 1, 3, [1, 2, 3, 4, 5, 6]), new Bitmap(2, 1, 3, [7, 8, 9, 10, 11, 12])], count: 2);
        var array = IdxFile.load(path);
        Assert.AreEqual(new Tensorflow.Shape(2, 1, 2, 3), array.shape);
        CollectionAssert.AreEqual(Enumerable.Range(1, 12).Select(i => (byte)i).ToArray(), array.ToArray<byte>());
        Assert.AreEqual(("train-images-idx3-ubyte", "train-images-idx4-ubyte"),
            (IdxPictures.FileName("train", channels: 1), IdxPictures.FileName("train", channels: 3)));
    }

    [TestMethod]
    public void ANumPyFileHoldsThemAndTheirLabels()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "x.npz");
        PictureFiles.WriteNpz(path, Pictures(3), count: 3, () => [7, 8, 9]);
        var arrays = np.loadz(path);
        Assert.AreEqual(new Tensorflow.Shape(3, 1, 2), arrays["images"].shape);
        CollectionAssert.AreEqual(new byte[] { 0, 1, 1, 2, 2, 3 }, arrays["images"].ToArray<byte>());
        CollectionAssert.AreEqual(new byte[] { 7, 8, 9 }, arrays["labels"].ToArray<byte>());
        PictureFiles.WriteNpz(path, [new Bitmap(2, 1, 3, [1, 2, 3, 4, 5, 6])], count: 1, () => null);
        CollectionAssert.AreEqual(new[] { "images" }, np.loadz(path).Keys.ToArray());
        Assert.AreEqual(new Tensorflow.Shape(1, 1, 2, 3), np.loadz(path)["images"].shape);
    }

    [TestMethod]
    public void NoiseOfAPictureIsItsOwn()
    {
        var all = LatentNoise.Of(seed: 3, first: 0, count: 5, latent_dim: 10).ToArray<float>();
        Assert.AreEqual(50, all.Distinct().Count(), "two pictures share numbers");
        CollectionAssert.AreEqual(all[20..40], LatentNoise.Of(seed: 3, first: 2, count: 2, latent_dim: 10).ToArray<float>());
        CollectionAssert.AreNotEqual(all, LatentNoise.Of(seed: 4, first: 0, count: 5, latent_dim: 10).ToArray<float>());
    }
}
