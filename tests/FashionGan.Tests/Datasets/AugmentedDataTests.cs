using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Tests.Support;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Datasets;

/// <summary>A data set with drawn pictures after its real ones.</summary>
[TestClass]
public sealed class AugmentedDataTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Place => Path.Combine(_folder.Path, "real");

    private PictureOptions Options => new() { Place = Place };

    private string Out => Path.Combine(_folder.Path, "more");

    public void Dispose() => _folder.Dispose();

    [TestMethod]
    public void DrawnPicturesFollowTheRealOnesAndTheTableSaysWhich()
    {
        var real = Write("hat\nscarf, \"long\"\n");
        new AugmentedData(real, [1, 2], seed: 7).Write(Out, Options, Draw);
        var more = PictureSet.Read(Out, labelled: true);
        CollectionAssert.AreEqual(real.Classes.ToList(), more.Classes.ToList());
        CollectionAssert.AreEqual(new byte[] { 0, 0, 1, 0, 1, 1 }, more.Labels!.ToArray<byte>());
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3, 100, 101, 102 },
            more.Pictures.ToArray<byte>().Chunk(784).Select(picture => picture[0]).ToArray());
        Assert.AreEqual("index,recipe,class\n3,\"7.0@hat\",\"hat\"\n4,\"7.1@scarf-long\",\"scarf, \"\"long\"\"\"\n" +
            "5,\"7.2@scarf-long\",\"scarf, \"\"long\"\"\"\n", File.ReadAllText(Path.Combine(Out, AugmentedData.Table)));
        CollectionAssert.AreEqual(new byte[] { 9 }, IdxFile.load(Path.Combine(Out, "t10k-images-idx3-ubyte.gz")).ToArray<byte>()[..1]);
        CollectionAssert.AreEqual(new byte[] { 1 }, IdxFile.load(Path.Combine(Out, "t10k-labels-idx1-ubyte.gz")).ToArray<byte>());
    }

    /// <summary>The table says how each is mixed, so that it can be drawn again.</summary>
    [TestMethod]
    public void WithMixedStylesTheRecipesAreThoseOfTraining()
    {
        var real = Write(names: null);
        var drawn = new AugmentedData(real, [3, 20], seed: 7, mixedStyles: 6).Drawn().ToList();
        CollectionAssert.AreEqual(
            drawn.Select((one, number) => $"{MixRecipe.AsInTraining(new SeedRecipe(7, number, real.Classes[one.Label]), 6)}").ToList(),
            drawn.Select(one => $"{one.Recipe}").ToList());
        Assert.IsTrue(drawn.Any(one => one.Recipe is MixRecipe));
    }

    [TestMethod]
    public void WhatTheDataHasNotIsNotThere()
    {
        var real = Write(names: null);
        File.Delete(Path.Combine(Place, "t10k-images-idx3-ubyte.gz"));
        new AugmentedData(real, [0, 1], seed: 1).Write(Out, Options, Draw);
        CollectionAssert.AreEqual(new[] { "drawn.csv", "train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz" },
            Directory.GetFiles(Out).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToArray());
    }

    [TestMethod]
    public void WhoStopsOrCannotWriteLeavesNothing()
    {
        var data = new AugmentedData(Write(names: null), [1, 1], seed: 1);
        Assert.ThrowsExactly<OperationCanceledException>(() => data.Write(Out, Options, Draw, new CancellationToken(canceled: true)));
        Assert.IsEmpty(Directory.GetFiles(Out));
        // The last file that is written.
        Directory.CreateDirectory(Path.Combine(Out, AugmentedData.Table));
        Assert.ThrowsExactly<IOException>(() => data.Write(Out, Options, Draw));
        Assert.IsEmpty(Directory.GetFiles(Out));
    }

    [TestMethod]
    [DataRow("train-images-idx3-ubyte")]
    [DataRow("t10k-labels-idx1-ubyte.gz")]
    [DataRow("classes.txt")]
    public void ADataSetThatLiesThereIsNotReplaced(string name)
    {
        AugmentedData.RequireNone(Out);
        Directory.CreateDirectory(Out);
        File.WriteAllText(Path.Combine(Out, name), "");
        StringAssert.Contains(Assert.ThrowsExactly<IOException>(() => AugmentedData.RequireNone(Out)).Message,
            $"{name} is there already, and nothing is replaced");
    }

    [TestMethod]
    public void NumbersOfDrawnPictures()
    {
        var real = Write("hat\nscarf\n");
        CollectionAssert.AreEqual(new[] { 5, 5 }, DrawnCounts.PerClass(real, 5));
        CollectionAssert.AreEqual(new[] { 0, 1 }, DrawnCounts.Balance(real));
        CollectionAssert.AreEqual(new[] { 0, 7 }, DrawnCounts.Of(real, [("Scarfs", 3), ("1", 4)]));
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => DrawnCounts.Of(real, [("shoe", 3)])).Message,
            "There is no class 'shoe'; there are 0 hat, 1 scarf.");
        var even = new PictureSet(real.Pictures["1:"], real.Labels!["1:"], real.Classes);
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => DrawnCounts.Balance(even)).Message,
            "Each of the 2 classes has 1 pictures already");
    }

    [TestMethod]
    public void AModelOfOtherClassesWillNotDo()
    {
        ClassNames clothes = new("hat", "scarf"), others = new("scarf", "hat");
        AugmentedData.RequireSame(clothes, "m", new ClassNames("hat", "scarf"));
        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => AugmentedData.RequireSame(others, "m", clothes)).Message,
            "m draws scarf, hat, and the data's classes are hat, scarf");
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => AugmentedData.RequireSame(ClassNames.None, "m", clothes)).Message,
            "m has no classes");
    }

    [TestMethod]
    public void AModelOfOtherPicturesWillNotDo()
    {
        var real = Write("hat\nscarf\n");
        AugmentedData.RequireSameShape(new FashionGan(latent_dim: 1), "m", real);
        Assert.AreEqual("m draws pictures of 32 x 32 in colour, and the data's are 28 x 28 in gray; prepare these as the model's, " +
            "with --size 32 --channels colour.",
            Assert.ThrowsExactly<ArgumentException>(() => AugmentedData.RequireSameShape(
                new FashionGan(latent_dim: 1, picture: new PictureShape(32, 3)), "m", real)).Message);
    }

    [TestMethod]
    public void PicturesInColourHaveAnArrayOfFourAxes()
    {
        Write("hat\nscarf\n");
        foreach (var (part, count) in new[] { ("train", 2), ("t10k", 1) })
        {
            File.Delete(Path.Combine(Place, $"{part}-images-idx3-ubyte.gz"));
            IdxFile.save(Path.Combine(Place, $"{part}-images-idx4-ubyte.gz"),
                np.array(new byte[count * 48]).reshape(new Tensorflow.Shape(count, 4, 4, 3)));
        }

        var pictures = np.array(Enumerable.Range(0, 2 * 48).Select(i => (byte)i).ToArray()).reshape(new Tensorflow.Shape(2, 4, 4, 3));
        var real = new PictureSet(pictures, np.array((byte[])[0, 1]), new ClassNames("hat", "scarf"));
        new AugmentedData(real, [1, 0], seed: 7).Write(Out, Options, recipes => [.. recipes.Select(_ => new Bitmap(4, 4, 3))]);
        var array = IdxFile.load(Path.Combine(Out, "train-images-idx4-ubyte.gz"));
        Assert.AreEqual(new Tensorflow.Shape(3, 4, 4, 3), array.shape);
        CollectionAssert.AreEqual(pictures.ToArray<byte>(), array.ToArray<byte>()[..(2 * 48)]);
        CollectionAssert.AreEqual(new byte[] { 0, 1, 0 },
            IdxFile.load(Path.Combine(Out, "train-labels-idx1-ubyte.gz")).ToArray<byte>());
    }

    private static Bitmap[] Draw(IEnumerable<Recipe> recipes) => [.. recipes.Select(recipe =>
        new Bitmap(28, 28, 1, [.. Enumerable.Repeat((byte)(100 + ((SeedRecipe)recipe).Number), 784)]))];

    /// <summary>Three pictures of two classes, and one to test with.</summary>
    private PictureSet Write(string? names)
    {
        Directory.CreateDirectory(Place);
        void Save(string name, byte[] values, params long[] shape) =>
            IdxFile.save(Path.Combine(Place, name), np.array(values).reshape(new Tensorflow.Shape(shape)));
        Save("train-images-idx3-ubyte.gz", [.. Enumerable.Range(0, 3 * 784).Select(i => (byte)(1 + i / 784))], 3, 28, 28);
        Save("train-labels-idx1-ubyte.gz", [0, 0, 1], 3);
        Save("t10k-images-idx3-ubyte.gz", [.. Enumerable.Repeat((byte)9, 784)], 1, 28, 28);
        Save("t10k-labels-idx1-ubyte.gz", [1], 1);
        if (names is not null)
            File.WriteAllText(Path.Combine(Place, "classes.txt"), names);
        return PictureSet.Read(Place, labelled: true);
    }
}
