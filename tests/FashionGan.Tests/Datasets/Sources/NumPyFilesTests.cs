using FashionGanTf.Datasets;
using FashionGanTf.Datasets.Sources;
using FashionGanTf.Imaging;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Datasets.Sources;

/// <summary>Pictures in NumPy's files, under the names that data sets give their arrays.</summary>
[TestClass]
public sealed class NumPyFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly TemporaryCache _cache = new();

    private string Npz => Path.Combine(_folder.Path, "data.npz");

    public void Dispose()
    {
        _cache.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    public void KerasNamesAndTheLabelsOfAColumn()
    {
        Save(("x_train", Pictures(4, 32, 32, 3)), ("y_train", np.array(1L, 0, 1, 0).reshape((4, 1))), ("x_test", Pictures(2, 32, 32, 3)),
            ("y_test", np.array(1L, 1).reshape((2, 1))), ("more", np.array(1f)));
        foreach (var place in new[] { Npz, _folder.Path })
        {
            var found = PictureSources.Find(place);
            Assert.AreEqual("arrays of NumPy", found.Layout);
            Assert.AreEqual((4, 0, 2), (found.Train.Count, found.Validation.Count, found.Test.Count));
            CollectionAssert.AreEqual(new[] { 1, 0, 1, 0 }, found.Train.Select(picture => picture.Label).ToList());
            CollectionAssert.AreEqual(new[] { "class 0", "class 1" }, found.Classes.ToList());
            Assert.AreEqual("more: its name tells no part of a data set", Clothing.LeftOut(found, _folder.Path).Single());
            StringAssert.EndsWith(found.Train[2].Name, "data.npz, x_train, picture 2");
            CollectionAssert.AreEqual(Pictures(4, 32, 32, 3)[2].ToArray<byte>(), found.Train[2].Pixels!().Pixels);
        }

        Assert.AreEqual(new PictureShape(32, 3), PictureSet.Read(Npz, labelled: true).Rows.Shape);
    }

    [TestMethod]
    public void MedMnistHasAValidationPartAndGrayAxes()
    {
        Save(("train_images", Pictures(3, 28, 28, 1)), ("train_labels", np.array<byte>(0, 1, 2).reshape((3, 1))),
            ("val_images", Pictures(2, 28, 28)), ("val_labels", np.array<byte>(0, 1).reshape((2, 1))));
        File.WriteAllText(Path.Combine(_folder.Path, "classes.txt"), "a\nb\nc\n");
        var found = PictureSources.Find(Npz);
        Assert.AreEqual((3, 2, 0), (found.Train.Count, found.Validation.Count, found.Test.Count));
        CollectionAssert.AreEqual(new[] { "a", "b", "c" }, found.Classes.ToList());
        Assert.AreEqual((28, 28, 1), (found.Train[0].Pixels!().Width, found.Train[0].Pixels!().Height, found.Train[0].Pixels!().Channels));
    }

    [TestMethod]
    public void PicturesAloneNeedNoLabelsAndNoSquare()
    {
        var npy = Path.Combine(_folder.Path, "pictures.npy");
        np.save(npy, Pictures(3, 30, 40, 3));
        var found = PictureSources.Find(npy);
        Assert.AreEqual(("an array of NumPy", 0, 3), (found.Layout, found.Classes.Count, found.Train.Count));
        Assert.AreEqual((40, 30, 3), (found.Train[0].Pixels!().Width, found.Train[0].Pixels!().Height, found.Train[0].Pixels!().Channels));
        var options = new PictureOptions { Place = npy, Size = 28 };
        Assert.AreEqual(new PictureShape(28, 3), PictureSet.Read(options, labelled: false).Rows.Shape);
    }

    [TestMethod]
    public void WhatIsWrongIsOneLine()
    {
        Save(("photos", Pictures(2, 28, 28)));
        Wrong("has no array of pictures to train on, x_train, train_images or images; it has photos.");
        Save(("images", np.array(1f, 2, 3, 4).reshape((1, 2, 2))));
        Wrong("images is no array of uint8");
        Save(("images", Pictures(2, 3, 28, 28)));
        Wrong("images has the shape (2, 3, 28, 28); pictures are (N, height, width), with a last axis of 3 in colour.");
        Save(("images", Pictures(2, 28, 28)), ("labels", np.array(1L, 2, 3)));
        Wrong("labels has the shape (3,); 2 pictures need as many labels.");
        Save(("images", Pictures(2, 28, 28)), ("labels", np.array(1L, 256)));
        Wrong("labels has the label 256; 0 to 255 are read.");
        Save(("images", Pictures(2, 28, 28)), ("labels", np.array(0L, 2)));
        StringAssert.Contains(PictureSources.Find(Npz).WhyNoClasses, "Class 1 has no picture among 2");
        np.save(Path.Combine(_folder.Path, "second.npy"), Pictures(1, 28, 28));
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => PictureSources.Find(_folder.Path)).Message,
            "has 2 files of NumPy, data.npz, second.npy; name one of them.");

        void Wrong(string complaint) =>
            StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => PictureSources.Find(Npz)).Message, complaint);
    }

    private void Save(params (string Name, NDArray Array)[] arrays) =>
        np.savez(Npz, arrays.ToDictionary(one => one.Name, one => one.Array));

    private static NDArray Pictures(params long[] shape) => np.array(
        [.. Enumerable.Range(0, (int)new Shape(shape).size).Select(i => (byte)(i * 7 % 251))]).reshape(new Shape(shape));
}
