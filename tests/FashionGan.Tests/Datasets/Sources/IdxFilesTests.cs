using FashionGanTf.Datasets;
using FashionGanTf.Datasets.Sources;
using FashionGanTf.Imaging;
using FashionGanTf.Tests.Support;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Datasets.Sources;

/// <summary>Arrays of pictures of any size, under the names that they go by.</summary>
[TestClass]
public sealed class IdxFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("train-images.idx3-ubyte", "train-labels.idx1-ubyte", "t10k-images.idx3-ubyte", 64, DisplayName = "dots")]
    [DataRow("raw/train-images-idx3-ubyte.gz", "raw/train-labels-idx1-ubyte.gz", "raw/t10k-images-idx3-ubyte.gz", 40,
        DisplayName = "raw below, KMNIST's names")]
    [DataRow("k49-train-images-idx3-ubyte", "k49-train-labels-idx1-ubyte", "k49-test-images-idx3-ubyte", 28, DisplayName = "a prefix")]
    public void AnySizeUnderAnyName(string images, string labels, string test, int size)
    {
        Save(images, Pixels(4, size), 4, size, size);
        Save(labels, [0, 1, 1, 0], 4);
        Save(test, Pixels(2, size), 2, size, size);
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual("IDX files", found.Layout);
        Assert.AreEqual((4, 0, 2), (found.Train.Count, found.Validation.Count, found.Test.Count));
        CollectionAssert.AreEqual(new[] { "class 0", "class 1" }, found.Classes.ToList());
        CollectionAssert.AreEqual(new[] { 0, 1, 1, 0 }, found.Train.Select(picture => picture.Label).ToList());
        var picture = found.Train[2].Pixels!();
        Assert.AreEqual((size, size, 1), (picture.Width, picture.Height, picture.Channels));
        CollectionAssert.AreEqual(Pixels(4, size)[(2 * size * size)..(3 * size * size)], picture.Pixels);
    }

    [TestMethod]
    public void ColoursAreAFourthAxis()
    {
        Save("train-images-idx4-ubyte.gz", Pixels(3, 32, 3), 3, 32, 32, 3);
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual(3, found.Train[0].Pixels!().Channels);
        Assert.AreEqual(new PictureShape(32, 3), PictureSet.Read(_folder.Path, labelled: false).Rows.Shape);
    }

    [TestMethod]
    public void EmnistIsPutUprightAndCountsItsLettersFromZero()
    {
        byte[] picture = [.. Enumerable.Range(0, 784).Select(i => (byte)(i % 251))];
        Save("emnist-letters-train-images-idx3-ubyte", [.. picture, .. picture], 2, 28, 28);
        Save("emnist-letters-train-labels-idx1-ubyte", [1, 26], 2);
        Assert.AreEqual(picture[5 * 28 + 2], PictureSet.Read(_folder.Path, labelled: false).Pictures[0].ToArray<byte>()[2 * 28 + 5]);

        var found = PictureSources.Find(_folder.Path);
        StringAssert.StartsWith(found.Layout, "IDX files of EMNIST");
        // Of two letters only, twenty-four lack a picture.
        StringAssert.Contains(found.WhyNoClasses, "Class 1, B, has no picture");
        Save("emnist-letters-train-images-idx3-ubyte", [.. Enumerable.Repeat(picture, 26).SelectMany(pixels => pixels)], 26, 28, 28);
        Save("emnist-letters-train-labels-idx1-ubyte", [.. Enumerable.Range(1, 26).Select(i => (byte)i)], 26);
        found = PictureSources.Find(_folder.Path);
        Assert.AreEqual("A", found.Classes[found.Train[0].Label]);
        Assert.AreEqual("Z", found.Classes[found.Train[25].Label]);
    }

    [TestMethod]
    public void ArraysAreMadeOfTheSizeThatIsAskedFor()
    {
        using var cache = new TemporaryCache();
        Save("train-images-idx3-ubyte", Pixels(3, 40), 3, 40, 40);
        // There is no network for 40 x 40.
        Assert.AreEqual(new PictureShape(32, 1), PictureSet.Read(_folder.Path, labelled: false).Rows.Shape);
        Assert.AreEqual(new PictureShape(64, 3),
            PictureSet.Read(new PictureOptions { Place = _folder.Path, Size = 64, Channels = 3 }, labelled: false).Rows.Shape);
    }

    [TestMethod]
    public void WhatIsNotSquareIsRefused()
    {
        Save("train-images-idx3-ubyte", new byte[2 * 20 * 30], 2, 20, 30);
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => PictureSources.Find(_folder.Path)).Message,
            "has the shape (2, 20, 30); square pictures are needed, (N, size, size) in gray or (N, size, size, 3) in colour.");
    }

    private static byte[] Pixels(int count, int size, int channels = 1) =>
        [.. Enumerable.Range(0, count * size * size * channels).Select(i => (byte)(i * 7 + i / 97))];

    private void Save(string name, byte[] values, params long[] shape)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        IdxFile.save(path, np.array(values).reshape(new Tensorflow.Shape(shape)));
    }
}
