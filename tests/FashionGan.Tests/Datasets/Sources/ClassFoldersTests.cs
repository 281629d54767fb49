using FashionGanTf.Datasets.Sources;
using FashionGanTf.Tests.Support;

namespace FashionGanTf.Tests.Datasets.Sources;

/// <summary>Pictures as files: in one folder, in folders for classes, in folders for parts.</summary>
[TestClass]
public sealed class ClassFoldersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void OneFolderOfPicturesNeedsNoLabels()
    {
        Clothing.Copy(_folder.Path, "b.jpg", "a.JPEG", "c.jfif");
        foreach (var name in new[] { "notes.txt", "scan.tif", ".hidden.jpg", "Thumbs.db", "__MACOSX/._b.jpg" })
            Write(name);
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual("one folder of pictures", found.Layout);
        CollectionAssert.AreEqual(new[] { "a.JPEG -", "b.jpg -", "c.jfif -" }, Clothing.Of(found, found.Train, _folder.Path));
        Assert.AreEqual((0, 0, 0), (found.Classes.Count, found.Validation.Count, found.Test.Count));
        CollectionAssert.AreEqual(new[] { "notes.txt: not a picture", "scan.tif: TIF files are not read" },
            Clothing.LeftOut(found, _folder.Path));
        Assert.AreEqual(new FileInfo(Path.Combine(_folder.Path, "b.jpg")).Length, found.Train[1].Length);
    }

    [TestMethod]
    public void PhotographsInFoldersOfPartsAndClasses()
    {
        var found = PictureSources.Find(Clothing.Folder);
        Assert.AreEqual("a folder for each class, in folders of train and test", found.Layout);
        CollectionAssert.AreEqual(
            new[] { "dress", "hat", "longsleeve", "outwear", "pants", "shirt", "shoes", "shorts", "skirt", "t-shirt" },
            found.Classes.ToList());
        Assert.AreEqual((20, 10, 10), (found.Train.Count, found.Validation.Count, found.Test.Count));
        // The first of them are of all classes, and each is of the folder that it lies in.
        CollectionAssert.AreEqual(Enumerable.Range(0, 20).Select(i => i % 10).ToList(),
            found.Train.Select(picture => picture.Label).ToList());
        foreach (var split in Enum.GetValues<Split>())
            foreach (var picture in found.Of(split))
                StringAssert.Contains(picture.Name.Replace('\\', '/'),
                    $"/{split.ToString().ToLowerInvariant()}/{found.Classes[picture.Label]}/");
        CollectionAssert.AreEqual(new[] { "LICENSE", "README.md" },
            found.LeftOut.Select(one => Path.GetRelativePath(Clothing.Folder, one.Name)).ToList());
    }

    [TestMethod]
    [DataRow("train", "validation", "test")]
    [DataRow("Training", "val", "Testing")]
    [DataRow("training_set", "valid", "test_set")]
    [DataRow("TRAIN", "dev", "test-images")]
    public void PartsAreKnownHoweverTheyAreSpelt(string train, string validation, string test)
    {
        Clothing.Copy(_folder.Path, $"{train}/hat/a.jpg", $"{train}/bag/b.jpg", $"{validation}/bag/c.jpg", $"{test}/hat/d.jpg",
            $"{test}/sock/e.jpg", "more/f.jpg");
        var found = PictureSources.Find(_folder.Path);
        CollectionAssert.AreEqual(new[] { $"{train}/bag/b.jpg bag", $"{train}/hat/a.jpg hat" },
            Clothing.Of(found, found.Train, _folder.Path));
        CollectionAssert.AreEqual(new[] { $"{validation}/bag/c.jpg bag" }, Clothing.Of(found, found.Validation, _folder.Path));
        CollectionAssert.AreEqual(new[] { $"{test}/hat/d.jpg hat" }, Clothing.Of(found, found.Test, _folder.Path));
        CollectionAssert.AreEquivalent(
            new[]
            {
                "more/f.jpg: it lies beside the folders of train and test", $"{test}/sock/e.jpg: its class has no picture to train on",
            },
            Clothing.LeftOut(found, _folder.Path));
    }

    [TestMethod]
    public void ATrainBesideABusIsAClass()
    {
        Clothing.Copy(_folder.Path, "bus/a.jpg", "train/b.jpg");
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual("a folder for each class", found.Layout);
        CollectionAssert.AreEqual(new[] { "bus/a.jpg bus", "train/b.jpg train" }, Clothing.Of(found, found.Train, _folder.Path));
    }

    [TestMethod]
    public void FoldersOfFoldersAreClassesByTheirPaths()
    {
        Clothing.Copy(_folder.Path, "train/women/dress/a.jpg", "train/men/shirt/b.jpg", "train/men/shirt/c.jpg", "test/men/shirt/d.jpg");
        var found = PictureSources.Find(_folder.Path);
        CollectionAssert.AreEqual(new[] { "men/shirt", "women/dress" }, found.Classes.ToList());
        CollectionAssert.AreEqual(
            new[] { "train/men/shirt/b.jpg men/shirt", "train/women/dress/a.jpg women/dress", "train/men/shirt/c.jpg men/shirt" },
            Clothing.Of(found, found.Train, _folder.Path));
        Assert.HasCount(1, found.Test);
    }

    [TestMethod]
    public void PartsWithoutClassesHaveNoLabels()
    {
        Clothing.Copy(_folder.Path, "train/a.jpg", "test/b.jpg");
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual("one folder of pictures, in folders of train and test", found.Layout);
        Assert.AreEqual((1, 1, 0), (found.Train.Count, found.Test.Count, found.Classes.Count));
    }

    [TestMethod]
    public void FoldersThatCannotBeClassesAreTrainedOnWithoutThem()
    {
        Clothing.Copy(_folder.Path, "hat/a.jpg", "hats/b.jpg");
        var found = PictureSources.Find(_folder.Path);
        Assert.AreEqual((2, 0), (found.Train.Count, found.Classes.Count));
        Assert.AreEqual("Two classes cannot be told apart by name: hat, hats.", found.WhyNoClasses);
        Assert.IsTrue(found.Train.All(picture => picture.Label == -1));
    }

    /// <summary>Who trains in the folder of the pictures goes on with the same pictures.</summary>
    [TestMethod]
    public void WhatATrainingWroteIsNoData()
    {
        Clothing.Copy(_folder.Path, "a.jpg", "b.jpg", "samples/epoch_01.png", "evaluation/pairs.png");
        Write("run/config.json");
        var found = PictureSources.Find(_folder.Path);
        CollectionAssert.AreEqual(new[] { "a.jpg -", "b.jpg -" }, Clothing.Of(found, found.Train, _folder.Path));
        Assert.IsEmpty(found.LeftOut);
    }

    [TestMethod]
    public void ALinkToAFolderAboveIsNotFollowed()
    {
        Clothing.Copy(_folder.Path, "hat/a.jpg");
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "hat", "again"), _folder.Path);
        var found = PictureSources.Find(_folder.Path);
        Assert.HasCount(1, found.Train);
        CollectionAssert.AreEqual(new[] { "hat/again: it links to a folder above itself" }, Clothing.LeftOut(found, _folder.Path));
    }

    private void Write(string name)
    {
        var path = Path.Combine(_folder.Path, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, "");
    }
}
