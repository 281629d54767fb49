using FashionGanTf.Datasets.Sources;
using FashionGanTf.Tests.Support;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Datasets.Sources;

/// <summary>A place that will not do is told in one line, with what is there and what to do.</summary>
[TestClass]
public sealed class PictureSourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void NothingThere()
    {
        Says<FileNotFoundException>($"There is no folder {At("none")}, and no file of that name.", At("none"));
        const string needed = "holds no pictures: neither JPEG, PNG, WebP, BMP or GIF files, nor an IDX file " +
            "(train-images-idx3-ubyte.gz), nor a parquet file, nor one of NumPy; ";
        Says<FileNotFoundException>($"{_folder.Path} {needed}it is empty.");
        foreach (var name in new[] { "a.mat", "b\n.csv", "c.zip", "d.txt", "e.tif", "f" })
            File.WriteAllText(At(name), "");
        Directory.CreateDirectory(At("g"));
        Says<FileNotFoundException>($"{_folder.Path} {needed}it holds a.mat, b?.csv, c.zip, d.txt, e.tif and 2 more.");
        File.WriteAllText(At("a.gz"), "no pictures at all");
        Says<FileNotFoundException>(needed);
    }

    [TestMethod]
    public void ASinglePicture()
    {
        Clothing.Copy(_folder.Path, "a.jpg");
        Says<InvalidDataException>($"{At("a.jpg")} is a single picture; name the folder that it lies in.", At("a.jpg"));
    }

    [TestMethod]
    public void PicturesBesideFoldersOfPictures()
    {
        Clothing.Copy(_folder.Path, "a.jpg", "bag/b.jpg", "hat/c.jpg", "shoe/d.jpg", "sock/e.jpg");
        Says<InvalidDataException>($"{_folder.Path} has two layouts: 1 picture lies beside folders of pictures (bag, hat, shoe, ...); " +
            "name one of the folders, or put the pictures into one.");
    }

    [TestMethod]
    public void ArraysBesidePictures()
    {
        Clothing.Copy(_folder.Path, "hat/a.jpg");
        IdxFile.save(At("train-images-idx3-ubyte.gz"), np.array(new byte[784]).reshape((1, 28, 28)));
        Says<InvalidDataException>(
            $"{_folder.Path} has two layouts, as train-images-idx3-ubyte.gz and {Path.Combine("hat", "a.jpg")} tell; name " +
            "the file or the folder of one of them.");
    }

    [TestMethod]
    public void TwoListsOfPictures()
    {
        File.WriteAllText(At("styles.csv"), "id,masterCategory\n");
        Directory.CreateDirectory(At("Eval"));
        File.WriteAllText(At("Eval/list_eval_partition.txt"), "0\nimage_name item_id evaluation_status\n");
        Says<InvalidDataException>($"{_folder.Path} has two layouts, as styles.csv and item_id in Eval/list_eval_partition.txt tell;");
    }

    [TestMethod]
    public void OnlyTestPictures()
    {
        Clothing.Copy(_folder.Path, "test/hat/a.jpg", "val/hat/b.jpg");
        Says<InvalidDataException>($"{_folder.Path} has no pictures to train on: all 2 are to test or to validate with.");
    }

    [TestMethod]
    public void AColumnWhereThereIsNoTable()
    {
        Clothing.Copy(_folder.Path, "hat/a.jpg");
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => PictureSources.Find(_folder.Path, new SourceOptions("gender"))).Message,
            $"--label-column names a column of styles.csv or of parquet files; {_folder.Path} has none.");
    }

    [TestMethod]
    public void SeveralArrays()
    {
        foreach (var name in new[] { "emnist-digits-train-images-idx3-ubyte", "emnist-letters-train-images-idx3-ubyte" })
            IdxFile.save(At(name), np.array(new byte[784]).reshape((1, 28, 28)));
        Says<IOException>("holds several files of training pictures: emnist-digits-train-images-idx3-ubyte, emnist-letters-");
    }

    private string At(string name) => Path.Combine(_folder.Path, name);

    private void Says<T>(string message, string? place = null) where T : Exception
    {
        var error = Assert.ThrowsExactly<T>(() => PictureSources.Find(place ?? _folder.Path));
        StringAssert.Contains(error.Message, message);
        Assert.IsFalse(error.Message.Contains('\n'));
    }
}
