using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Imaging;
using FashionGanTf.Tests.Support;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>Pictures from folders and IDX files, and places that will not do.</summary>
[TestClass]
public class PictureSourceTests
{
    private static readonly Dictionary<string, Action<string>> s_wrong = new()
    {
        ["There is no file or folder PLACE."] = _ => { },
        ["PLACE holds no PNG files."] = place =>
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(place).FullName, "notes.txt"), "no picture"),
        ["PLACE holds one picture; at least two are needed."] = place => Folder(place, Gray(28)),
        ["b.png has 20 x 20 pixels; 28 x 28 are needed."] = place => Folder(place, Gray(28), Gray(20), Gray(28)),
        ["a.png is in colour; gray pictures are needed."] = place =>
            Folder(place, new Bitmap(28, 28, 3, [.. Enumerable.Range(0, 28 * 28 * 3).Select(i => (byte)(i < 2000 ? 9 : i))]), Gray(28)),
        ["b.png: not a JPEG, PNG, WebP, BMP or GIF file"] = place =>
        {
            Folder(place, Gray(28));
            File.WriteAllText(Path.Combine(place, "b.png"), "no picture");
        },
        ["PLACE holds pictures of 30 x 20; 28 x 28 are needed."] = place =>
            IdxFile.save(place, np.array(new byte[2 * 20 * 30]).reshape((2, 20, 30))),
        ["PLACE holds an array of shape (4,), not pictures."] = place => IdxFile.save(place, np.array(new byte[4])),
        ["PLACE holds no pictures."] = place => File.WriteAllBytes(place, Convert.FromHexString("00000803000000000000001C0000001C")),
        ["PLACE: not an IDX file"] = place => File.WriteAllText(place, "no pictures"),
        ["PLACE: damaged file, cut short"] = place =>
            File.WriteAllBytes(place, Convert.FromHexString("00000803000000020000001C0000001C00")),
    };

    public static IEnumerable<object[]> Wrong => s_wrong.Keys.Select(message => new object[] { message });

    [TestMethod]
    [DynamicData(nameof(Wrong))]
    public void AWrongPlaceIsSaidInOneLine(string message)
    {
        using var folder = new TemporaryFolder();
        var place = Path.Combine(folder.Path, "place");
        s_wrong[message](place);
        try
        {
            PictureSource.Read(place);
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
        StringAssert.EndsWith(Assert.ThrowsExactly<InvalidDataException>(() => PictureSource.Read(picture)).Message,
            "a.png is a single picture; name the folder that it lies in.");
        Assert.AreEqual("Pictures are compared with test, train, a folder or an IDX file; there is no Train.",
            Assert.ThrowsExactly<FileNotFoundException>(() => FashionGanTf.Evaluation.Reference.Of("Train")).Message);
    }

    [TestMethod]
    public void FilesAreTakenByNameAndIdxFilesFromTheirBeginning()
    {
        using var folder = new TemporaryFolder();
        var place = Path.Combine(folder.Path, "pictures");
        Folder(place, Gray(28, 5), Gray(28, 6), Gray(28, 7));
        File.WriteAllText(Path.Combine(place, "readme.txt"), "is not looked at");
        var pictures = PictureSource.Read(place);
        CollectionAssert.AreEqual(new byte[] { 5, 6, 7 }, pictures[":, 3, 4"].ToArray<byte>());
        Assert.AreEqual(2, PictureSource.Read(place, count: 2).shape[0]);

        var file = Path.Combine(folder.Path, "pictures-idx3-ubyte.gz");
        IdxFile.save(file, pictures);
        CollectionAssert.AreEqual(pictures.ToArray<byte>(), PictureSource.Read(file).ToArray<byte>());
        CollectionAssert.AreEqual(new byte[] { 5, 6 }, PictureSource.Read(file, count: 2)[":, 0, 0"].ToArray<byte>());
    }

    [TestMethod]
    public void GrayPicturesOfThreeChannelsAreGray()
    {
        using var folder = new TemporaryFolder();
        var rgb = new Bitmap(28, 28, 3, [.. Enumerable.Range(0, 28 * 28 * 3).Select(i => (byte)(i / 3))]);
        Folder(folder.Path, rgb, Gray(28));
        CollectionAssert.AreEqual(
            Enumerable.Range(0, 28 * 28).Select(i => (byte)i).ToArray(), PictureSource.Read(folder.Path)["0"].ToArray<byte>());
    }

    [TestMethod]
    public void FoldersOfClassesAreTakenInTurn()
    {
        using var folder = new TemporaryFolder();
        Folder(Path.Combine(folder.Path, "bag"), Gray(28, 1), Gray(28, 2), Gray(28, 3));
        Folder(Path.Combine(folder.Path, "coat"), Gray(28, 4));
        Folder(Path.Combine(folder.Path, "shirt"), Gray(28, 5), Gray(28, 6));
        Folder(Path.Combine(folder.Path, "shirt", "too deep"), Gray(28, 7));
        CollectionAssert.AreEqual(
            new byte[] { 1, 4, 5, 2, 6, 3 }, PictureSource.Read(folder.Path)[":, 0, 0"].ToArray<byte>());
        CollectionAssert.AreEqual(new byte[] { 1, 4, 5 }, PictureSource.Read(folder.Path, count: 3)[":, 0, 0"].ToArray<byte>());
    }

    private static Bitmap Gray(int side, byte brightness = 0) => new(side, side, 1, [.. Enumerable.Repeat(brightness, side * side)]);

    private static void Folder(string place, params Bitmap[] pictures)
    {
        Directory.CreateDirectory(place);
        for (var i = 0; i < pictures.Length; i++)
            PngWriter.Write(Path.Combine(place, (char)('a' + i) + ".png"), pictures[i]);
    }
}
