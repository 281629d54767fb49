using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Imaging;
using FashionGanTf.Tests.Support;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>Pictures from folders and IDX files, and places that will not do.</summary>
[TestClass]
public sealed class PictureSourceTests : IDisposable
{
    private readonly TemporaryCache _cache = new();

    private static readonly Dictionary<string, Action<string>> s_wrong = new()
    {
        ["There is no folder PLACE, and no file of that name."] = _ => { },
        ["PLACE holds no pictures: neither JPEG, PNG"] = place =>
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(place).FullName, "notes.txt"), "no picture"),
        ["PLACE holds one picture; at least two are needed."] = place => Folder(place, Gray(28)),
        ["b.png has 20 x 20 pixels; 28 x 28 are needed."] = place => Folder(place, Gray(28), Gray(20), Gray(28)),
        ["PLACE holds pictures in colour; gray ones are needed."] = place =>
            Folder(place, new Bitmap(28, 28, 3, [.. Enumerable.Range(0, 28 * 28 * 3).Select(i => (byte)(i < 2000 ? 9 : i))]), Gray(28)),
        ["b.png: not a JPEG, PNG, WebP, BMP or GIF file"] = place =>
        {
            Folder(place, Gray(28));
            File.WriteAllText(Path.Combine(place, "b.png"), "no picture");
        },
        ["PLACE has the shape (2, 20, 30); square pictures are needed"] = place =>
            IdxFile.save(place, np.array(new byte[2 * 20 * 30]).reshape((2, 20, 30))),
        ["PLACE holds pictures of 20 x 20 in gray; 28 x 28 in gray are needed."] = place =>
            IdxFile.save(place, np.array(new byte[2 * 20 * 20]).reshape((2, 20, 20))),
        ["PLACE has the shape (4,); square pictures are needed"] = place => IdxFile.save(place, np.array(new byte[4])),
        ["PLACE holds no pictures."] = place => File.WriteAllBytes(place, Convert.FromHexString("00000803000000000000001C0000001C")),
        ["PLACE: not an IDX file"] = place => File.WriteAllText(place, "no pictures"),
        ["PLACE: damaged file, cut short"] = place =>
            File.WriteAllBytes(place, Convert.FromHexString("00000803000000020000001C0000001C00")),
    };

    public static IEnumerable<object[]> Wrong => s_wrong.Keys.Select(message => new object[] { message });

    public void Dispose() => _cache.Dispose();

    [TestMethod]
    [DynamicData(nameof(Wrong))]
    public void AWrongPlaceIsSaidInOneLine(string message)
    {
        using var folder = new TemporaryFolder();
        var place = Path.Combine(folder.Path, "place");
        s_wrong[message](place);
        try
        {
            Read(place);
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            StringAssert.Contains(error.Message, message.Replace("PLACE", place, StringComparison.Ordinal));
            Assert.DoesNotContain('\n', error.Message);
            return;
        }

        Assert.Fail("it was taken");
    }

    [TestMethod]
    public void ASinglePictureAndAWrongReferenceAreToldWhatToGive()
    {
        using var folder = new TemporaryFolder();
        var picture = Path.Combine(folder.Path, "a.png");
        PngWriter.Write(picture, Gray(28));
        StringAssert.EndsWith(Assert.ThrowsExactly<InvalidDataException>(() => Read(picture)).Message,
            "a.png is a single picture; name the folder that it lies in.");
        Assert.AreEqual("Pictures are compared with test, train, or a folder or file; there is no Train.",
            Assert.ThrowsExactly<FileNotFoundException>(() => FashionGanTf.Evaluation.Reference.Of("Train", new PictureOptions())).Message);
    }

    [TestMethod]
    public void FilesAreTakenByNameAndIdxFilesFromTheirBeginning()
    {
        using var folder = new TemporaryFolder();
        var place = Path.Combine(folder.Path, "pictures");
        Folder(place, Gray(28, 5), Gray(28, 6), Gray(28, 7));
        File.WriteAllText(Path.Combine(place, "readme.txt"), "is not looked at");
        var pictures = Read(place);
        CollectionAssert.AreEqual(new byte[] { 5, 6, 7 }, pictures[":, 3, 4"].ToArray<byte>());
        Assert.AreEqual(2, Read(place, count: 2).shape[0]);

        var file = Path.Combine(folder.Path, "pictures-idx3-ubyte.gz");
        IdxFile.save(file, pictures);
        CollectionAssert.AreEqual(pictures.ToArray<byte>(), Read(file).ToArray<byte>());
        CollectionAssert.AreEqual(new byte[] { 5, 6 }, Read(file, count: 2)[":, 0, 0"].ToArray<byte>());
    }

    [TestMethod]
    public void GrayPicturesOfThreeChannelsAreGray()
    {
        using var folder = new TemporaryFolder();
        var rgb = new Bitmap(28, 28, 3, [.. Enumerable.Range(0, 28 * 28 * 3).Select(i => (byte)(i / 3))]);
        Folder(folder.Path, rgb, Gray(28));
        CollectionAssert.AreEqual(
            Enumerable.Range(0, 28 * 28).Select(i => (byte)i).ToArray(), Read(folder.Path)["0"].ToArray<byte>());
    }

    [TestMethod]
    public void GrayPicturesCountAsColour()
    {
        using var folder = new TemporaryFolder();
        Folder(folder.Path, Gray(28, 5), Gray(28, 6));
        var pictures = PictureSource.Read(folder.Path, new PictureShape(28, 3));
        Assert.AreEqual(new Tensorflow.Shape(2, 28, 28, 3), pictures.shape);
        CollectionAssert.AreEqual(new byte[] { 5, 5, 5 }, pictures["0, 0, 0"].ToArray<byte>());
    }

    [TestMethod]
    public void FoldersOfClassesAreTakenInTurn()
    {
        using var folder = new TemporaryFolder();
        Folder(Path.Combine(folder.Path, "bag"), Gray(28, 1), Gray(28, 2), Gray(28, 3));
        Folder(Path.Combine(folder.Path, "coat"), Gray(28, 4));
        Folder(Path.Combine(folder.Path, "shirt"), Gray(28, 5), Gray(28, 6));
        Folder(Path.Combine(folder.Path, "shirt", "of silk"), Gray(28, 7));
        CollectionAssert.AreEqual(
            new byte[] { 1, 4, 5, 7, 2, 6, 3 }, Read(folder.Path)[":, 0, 0"].ToArray<byte>());
        CollectionAssert.AreEqual(new byte[] { 1, 4, 5 }, Read(folder.Path, count: 3)[":, 0, 0"].ToArray<byte>());
    }

    private static NDArray Read(string place, int count = int.MaxValue) =>
        PictureSource.Read(place, PictureShape.FashionMnist, count);

    private static Bitmap Gray(int side, byte brightness = 0) => new(side, side, 1, [.. Enumerable.Repeat(brightness, side * side)]);

    private static void Folder(string place, params Bitmap[] pictures)
    {
        Directory.CreateDirectory(place);
        for (var i = 0; i < pictures.Length; i++)
            PngWriter.Write(Path.Combine(place, (char)('a' + i) + ".png"), pictures[i]);
    }
}
