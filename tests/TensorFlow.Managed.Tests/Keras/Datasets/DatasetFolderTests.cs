using Tensorflow.Keras.Datasets;

namespace Tensorflow.Tests.Keras.Datasets;

/// <summary>Data sets are found by the names under which they go around; what is missing is told with what is there.</summary>
[TestClass]
public sealed class DatasetFolderTests : IDisposable
{
    private const string TrainImages = "train-images-idx3-ubyte";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    [DataRow("{0}-{1}-idx{2}-ubyte", "")]
    [DataRow("{0}-{1}-idx{2}-ubyte.gz", "")]
    [DataRow("{0}-{1}.idx{2}-ubyte", "")]
    [DataRow("{0}-{1}.idx{2}-ubyte.gz", "")]
    [DataRow("{0}-{1}-idx{2}-ubyte", "raw")]
    [DataRow("emnist-letters-{0}-{1}-idx{2}-ubyte.gz", "")]
    [DataRow("kmnist-{0}-{1}-idx{2}-ubyte", "raw")]
    [DataRow("{0}-{1}-IDX{2}-UBYTE.GZ", "")]
    public void TheUsualNamesAreFound(string name, string below)
    {
        foreach (var test in new[] { "t10k", "test" })
        {
            var folder = Directory.CreateDirectory(_folder.File($"{test}/{below}")).FullName;
            TinyDataset.Write(folder, (part, kind, axes) => string.Format(name, part == "train" ? part : test, kind, axes));
            TinyDataset.Check(new FashionMnist().load_data(_folder.File(test)));
            TinyDataset.Check(TinyDataset.Files.LoadNamed("VARIABLE", _folder.File(test)));
        }
    }

    [TestMethod]
    public void AFileStandsForItsDataSet()
    {
        TinyDataset.Write(_folder, (part, kind, axes) => $"emnist-letters-{part}-{kind}-idx{axes}-ubyte");
        IdxFile.save(_folder.File("emnist-digits-train-images-idx3-ubyte"), Tensor.From<byte>(new byte[784], (1, 28, 28)));
        TinyDataset.Check(new FashionMnist().load_data(_folder.File("emnist-letters-train-images-idx3-ubyte")));

        Says($"{_folder.Path} holds several files of training pictures: emnist-digits-train-images-idx3-ubyte, " +
            "emnist-letters-train-images-idx3-ubyte; name the file that is meant instead of the folder.", _folder);
        // The published names mean no choice.
        File.Move(_folder.File("emnist-digits-train-images-idx3-ubyte"), _folder.File(TrainImages));
        Assert.AreEqual(1, new FashionMnist().open_data(_folder).ReadTrainImages().shape[0]);
    }

    [TestMethod]
    [DataRow("clothes.idx")]
    [DataRow("generated-images-idx3-ubyte.gz")]
    [DataRow("clothes.gz")]
    [DataRow("contest-images-idx3-ubyte")]
    public void OneFileOfPicturesIsEnoughToTrainOn(string name)
    {
        var pictures = Tensor.From<byte>(new byte[2 * 784], (2, 28, 28));
        IdxFile.save(_folder.File(name), pictures);
        File.WriteAllText(_folder.File("README.md"), "pictures");
        foreach (var place in new[] { _folder.Path, _folder.File(name) })
        {
            var data = new FashionMnist().open_data(place);
            Assert.AreEqual(new Shape(2, 28, 28), data.ReadTrainImages().shape);
            Assert.IsNull(data.ReadTrainLabels(2));
            Assert.IsTrue(new FashionMnist().is_at_hand(place));
        }

        IdxFile.save(_folder.File("more.idx"), pictures);
        StringAssert.Contains(Says("holds several files of training pictures: ", _folder), name);
    }

    [TestMethod]
    [DataRow("generated-images-idx3-ubyte.gz", "generated-labels-idx1-ubyte.gz")]
    [DataRow("generated-images-idx3-ubyte.gz", "generated-labels-idx1-ubyte")]
    [DataRow("generated-images-idx4-ubyte", "generated-labels-idx1-ubyte.gz")]
    [DataRow("images.idx3-ubyte", "labels.idx1-ubyte")]
    [DataRow("drawn.idx", "drawn-labels.idx")]
    [DataRow("drawn.gz", "drawn-labels.gz")]
    public void LabelsUnderThePicturesNameBelongToThem(string images, string labels)
    {
        IdxFile.save(_folder.File(images), Tensor.From<byte>(new byte[2 * 784], (2, 28, 28)));
        IdxFile.save(_folder.File(labels), Tensor.From<byte>([3, 4], 2));
        // Labels of pictures that are not there are no pictures either.
        IdxFile.save(_folder.File("lost-labels-idx1-ubyte"), Tensor.From<byte>([5, 6], 2));
        foreach (var place in new[] { _folder.Path, _folder.File(images) })
        {
            var data = new FashionMnist().open_data(place);
            Assert.AreEqual(_folder.File(images), data.TrainImagesFile);
            CollectionAssert.AreEqual(new byte[] { 3, 4 }, data.ReadTrainLabels(2)!.ToArray<byte>());
            Assert.IsFalse(data.HasTestImages);
        }

        IdxFile.save(_folder.File("more.idx"), Tensor.From<byte>(new byte[784], (1, 28, 28)));
        Assert.IsNull(new FashionMnist().open_data(_folder.File("more.idx")).ReadTrainLabels(1));
        Says($"{_folder.Path} holds several files of training pictures: {images}, more.idx; name the file that is meant", _folder);
    }

    [TestMethod]
    public void WhatIsNotAskedForMayBeMissingOrBad()
    {
        TinyDataset.Write(_folder);
        File.WriteAllText(_folder.File("train-labels-idx1-ubyte.gz"), "none");
        File.Delete(_folder.File("t10k-images-idx3-ubyte.gz"));
        var data = new FashionMnist().open_data(_folder);
        Assert.AreEqual(5, data.ReadTrainImages().shape[0]);
        StringAssert.Contains(Assert.ThrowsExactly<InvalidDataException>(() => data.ReadTrainLabels(5)).Message, "not an IDX file");
        Assert.AreEqual($"{_folder.Path} holds no t10k-images-idx3-ubyte.gz, the test pictures; it holds t10k-labels-idx1-ubyte.gz, " +
            "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz.",
            Assert.ThrowsExactly<FileNotFoundException>(() => data.ReadTestImages()).Message);
        var file = _folder.File("train-images-idx3-ubyte.gz");
        Assert.AreEqual($"{file} is one file of training pictures and there is no t10k-images-idx3-ubyte.gz beside it, the test pictures.",
            Assert.ThrowsExactly<FileNotFoundException>(() => new FashionMnist().open_data(file).ReadTestImages()).Message);
    }

    [TestMethod]
    public void WhatIsThereIsSaid()
    {
        const string needed =
            "eeded is one IDX file of pictures, called as that one or the only one there.";
        var begin = $"{_folder.Path} holds no {TrainImages}.gz, nor raw/ with one; ";
        Says($"{begin}it is empty. N{needed}", _folder);
        Directory.CreateDirectory(_folder.File("MNIST"));
        foreach (var name in new[] { "a.npz", "b\n\u202e.csv", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte", "z" })
            File.WriteAllText(_folder.File(name), "");
        Says($"{begin}it holds a.npz, b??.csv, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte, z and 1 more. N{needed}", _folder);
        Says($"There is no folder {_folder.File("none")}, and no file of that name.", _folder.File("none"));
    }

    [TestMethod]
    [DataRow("a.png")]
    [DataRow("shirts/a.JPG")]
    [DataRow("train/shirts/a.jpeg")]
    public void PicturesAreToldAsSuch(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        File.WriteAllText(_folder.File(name), "");
        Says($"{_folder.Path} holds PNG or JPEG files, which are not read here.", _folder);
        Says($"{_folder.File(name)} is a picture, and no IDX file: needed is one IDX file", _folder.File(name));
    }

    private static string Says(string message, string place)
    {
        Assert.IsFalse(new FashionMnist().is_at_hand(place));
        var error = Assert.Throws<IOException>(() => new FashionMnist().open_data(place));
        StringAssert.Contains(error.Message, message);
        Assert.IsFalse(error.Message.Contains('\n'));
        return error.Message;
    }
}
