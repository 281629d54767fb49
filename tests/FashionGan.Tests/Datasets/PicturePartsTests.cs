using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Tests.Support;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Datasets;

/// <summary>What stands for pictures that nobody has seen, where a data set has no test pictures.</summary>
[TestClass]
public sealed class PicturePartsTests : IDisposable
{
    private readonly TemporaryCache _cache = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        _folder.Dispose();
        _cache.Dispose();
    }

    [TestMethod]
    public void TheDataSetsOwnTestPicturesAreMadeAsItsTrainingPicturesAre()
    {
        var data = PictureParts.Read(new PictureOptions { Place = Clothing.Folder, Size = 28, Channels = 1 }, labelled: true);
        Assert.AreEqual((PictureParts.Test, 20, 10), (data.Name, data.Train.Count, data.Others.Count));
        Assert.AreEqual(data.Train.Rows.Shape, data.Others.Shape);
        CollectionAssert.AreEqual(Enumerable.Range(0, 10).Select(i => (byte)i).ToArray(), data.OtherLabels!.ToArray<byte>());
    }

    [TestMethod]
    public void ValidationPicturesStandForMissingTestPictures()
    {
        foreach (var split in new[] { "train", "validation" })
            Directory.CreateSymbolicLink(Path.Combine(_folder.Path, split), Path.Combine(Clothing.Folder, split));
        var data = PictureParts.Read(new PictureOptions { Place = _folder.Path, Size = 28 }, labelled: null);
        Assert.AreEqual((PictureParts.Validation, 20, 10), (data.Name, data.Train.Count, data.Others.Count));
    }

    [TestMethod]
    public void ElseEveryTenthOfEachClassIsHeldBack()
    {
        // 30 of a, 10 of b and 5 of c; a picture's brightness is its number.
        byte[] labels = [.. Enumerable.Range(0, 45).Select(i => (byte)(i < 30 ? 0 : i < 40 ? 1 : 2))];
        var pixels = Enumerable.Range(0, 45).SelectMany(i => Enumerable.Repeat((byte)i, 28 * 28)).ToArray();
        var all = np.array(pixels).reshape((45, 28, 28));
        var data = PictureParts.HoldBack(new PictureSet(all, np.array(labels), new ClassNames("a", "b", "c")) { Name = "letters" });
        Assert.AreEqual((PictureParts.HeldBack, "letters"), (data.Name, data.Train.Name));
        CollectionAssert.AreEqual(new byte[] { 9, 19, 29, 39 }, data.Others.First(9)[":, 0, 0"].ToArray<byte>());
        CollectionAssert.AreEqual(new byte[] { 0, 0, 0, 1 }, data.OtherLabels!.ToArray<byte>());
        CollectionAssert.AreEqual(new[] { 27, 9, 5 }, data.Train.ClassCounts.ToArray());
        CollectionAssert.AreEqual(new byte[] { 40, 8, 10 }, Brightness(data.Train.Rows, 36, 8, 9));
        CollectionAssert.AreEqual(new byte[] { 9, 19 }, data.Others.Take(2).First(2)[":, 0, 0"].ToArray<byte>());

        // Without labels every tenth of all.
        var plain = PictureParts.HoldBack(new PictureSet(all));
        CollectionAssert.AreEqual(new byte[] { 9, 19, 29, 39 }, plain.Others.First(9)[":, 0, 0"].ToArray<byte>());
        Assert.IsNull(plain.OtherLabels);
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => PictureParts.HoldBack(new PictureSet(all[":19"]))).Message,
            "of its 19 training pictures too few");
    }

    private static byte[] Brightness(PictureRows rows, params int[] numbers)
    {
        var pixels = new byte[numbers.Length * rows.Shape.Bytes];
        rows.Read(numbers, pixels);
        return [.. pixels.Where((_, i) => i % rows.Shape.Bytes == 0)];
    }
}
