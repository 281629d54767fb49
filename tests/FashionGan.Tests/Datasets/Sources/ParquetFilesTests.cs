using FashionGanTf.Datasets.Sources;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Tests.Datasets.Sources;

/// <summary>Parquet files that another library wrote, as Hugging Face's datasets lie in.</summary>
[TestClass]
public sealed class ParquetFilesTests : IDisposable
{
    private static readonly string[] s_classes = ["dress", "hat", "pants", "shoes"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void ShardsOfPartsAreReadRowGroupByRowGroup()
    {
        Copy("data/train-00000-of-00002.parquet", "data/train-00001-of-00002.parquet", "data/test-00000-of-00001.parquet");
        File.WriteAllText(Path.Combine(_folder.Path, "README.md"), "a card");
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual("parquet files, classes from the column label", found.Layout);
        CollectionAssert.AreEqual(s_classes, found.Classes.ToList());
        CollectionAssert.AreEqual(new[] { "README.md: not a picture" }, Clothing.LeftOut(found, _folder.Path));
        foreach (var (split, part) in new[] { ("train", found.Train), ("test", found.Test) })
        {
            // The bytes are those of the photographs, whoever reads them first.
            var photographs = Clothing.Photographs(split).Where(path => s_classes.Contains(Class(path))).ToList();
            Assert.HasCount(photographs.Count, part);
            Parallel.For(0, part.Count, i =>
            {
                using var bytes = new MemoryStream();
                using (var stream = part[i].Open!())
                    stream.CopyTo(bytes);
                CollectionAssert.AreEqual(File.ReadAllBytes(photographs[i]), bytes.ToArray(), part[i].Name);
                Assert.AreEqual(Class(photographs[i]), found.Classes[part[i].Label]);
            });
        }
    }

    /// <summary>Labels stay with their pictures where pictures, bytes and labels are missing before them.</summary>
    [TestMethod]
    public void NullsAreLeftOut()
    {
        var file = Path.Combine(Clothing.Parquet, "nulls.parquet");
        var found = PictureSources.Find(file);
        var dresses = Clothing.Photographs("train").Where(path => Class(path) == "dress").ToList();
        CollectionAssert.AreEqual(new[] { "row 1 dress", "row 4 pants", "row 6 shoes" },
            found.Train.Select(picture => $"{picture.Name[(file.Length + 2)..]} {found.Classes[picture.Label]}").ToList());
        CollectionAssert.AreEqual(new[]
        {
            "row 0: it has no picture's bytes", "row 2: it has no picture's bytes", "row 5: it has no picture's bytes",
            "row 3: it has no label",
        }, found.LeftOut.Select(one => $"{one.Name[(file.Length + 2)..]}: {one.Why}").ToList());
        using var bytes = new MemoryStream();
        found.Train[0].Open!().CopyTo(bytes);
        CollectionAssert.AreEqual(File.ReadAllBytes(dresses[0]), bytes.ToArray());
    }

    [TestMethod]
    public void AFileThatIsNamedIsTrainedOnWhateverItIsCalled()
    {
        var found = PictureSources.Find(Path.Combine(Clothing.Parquet, "test-00000-of-00001.parquet"));
        Assert.AreEqual((4, 0), (found.Train.Count, found.Test.Count));
    }

    [TestMethod]
    public void FoldersTellThePartsToo()
    {
        Copy("train-00000-of-00002.parquet", "test-00000-of-00001.parquet");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "clothing", "train"));
        Directory.CreateDirectory(Path.Combine(_folder.Path, "clothing", "validation"));
        File.Move(Path.Combine(_folder.Path, "train-00000-of-00002.parquet"),
            Path.Combine(_folder.Path, "clothing", "train", "0000.parquet"));
        File.Move(Path.Combine(_folder.Path, "test-00000-of-00001.parquet"),
            Path.Combine(_folder.Path, "clothing", "validation", "0000.parquet"));
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual((5, 3, 0), (found.Train.Count, found.Validation.Count, found.Test.Count));
    }

    [TestMethod]
    public void WhatDoesNotFitIsSaidInOneLine()
    {
        var file = Path.Combine(Clothing.Parquet, "nulls.parquet");
        Assert.AreEqual($"{file}: it has no column colour of labels; there are image, label.",
            Assert.ThrowsExactly<InvalidDataException>(() => PictureSources.Find(file, new SourceOptions("colour"))).Message);
        var damaged = Path.Combine(_folder.Path, "a.parquet");
        foreach (var length in new[] { 0, 3, 100, 24_000 })
        {
            File.WriteAllBytes(damaged, File.ReadAllBytes(file)[..length]);
            Assert.AreEqual($"{damaged}: no parquet file, or one that is cut short.",
                Assert.ThrowsExactly<InvalidDataException>(() => PictureSources.Find(_folder.Path)).Message);
        }
    }

    private static string Class(string photograph) => Path.GetFileName(Path.GetDirectoryName(photograph)!);

    private void Copy(params string[] places)
    {
        foreach (var place in places)
        {
            var to = Path.Combine(_folder.Path, place);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(Path.Combine(Clothing.Parquet, Path.GetFileName(place)), to);
        }
    }
}
