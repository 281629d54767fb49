using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Tests.Support;
using Tensorflow.Keras.Datasets;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Datasets;

/// <summary>Pictures with labels are what they are said to be; without classes nobody needs labels.</summary>
[TestClass]
public class PictureSetTests
{
    [TestMethod]
    public void LabelsAreReadWhereTheyAreNeededOnly()
    {
        using var folder = new TemporaryFolder();
        Write(folder, 4, labels: null);
        var set = PictureSet.Read(folder.Path, labelled: false);
        Assert.AreEqual((4, 0), (set.Count, set.Classes.Count));
        Assert.IsNull(set.Labels);
        StringAssert.Contains(
            Assert.ThrowsExactly<FileNotFoundException>(() => PictureSet.Read(folder.Path, labelled: true)).Message,
            "has no file of labels, train-labels-idx1-ubyte.gz");
    }

    [TestMethod]
    public void ClassesAreNamedByTheFileBesideThePicturesOrNumbered()
    {
        using var folder = new TemporaryFolder();
        Write(folder, 4, [0, 1, 1, 0]);
        CollectionAssert.AreEqual(new[] { "class 0", "class 1" }, PictureSet.Read(folder.Path, labelled: true).Classes.ToList());
        File.WriteAllText(Path.Combine(folder.Path, PictureSet.ClassesFile), "hat\n\nscarf \n");
        var set = PictureSet.Read(folder.Path, labelled: true, limit: 3);
        CollectionAssert.AreEqual(new[] { "hat", "scarf" }, set.Classes.ToList());
        CollectionAssert.AreEqual(new byte[] { 0, 1, 1 }, set.Labels!.ToArray<byte>());
        Assert.AreEqual(3, set.Count);
    }

    [TestMethod]
    [DataRow(new byte[] { 0, 1, 1 }, null, "has the shape (3,); the 4 pictures beside it need (4,)", DisplayName = "fewer labels")]
    [DataRow(new byte[] { 0, 1, 2, 0 }, "hat\nscarf", "A picture has the label 2, and there are 2 classes, 0 to 1.",
        DisplayName = "out of range")]
    [DataRow(new byte[] { 0, 3, 1, 0 }, null, "Class 2 has no picture among 4; it cannot be learned.",
        DisplayName = "a class without a picture")]
    [DataRow(new byte[] { 0, 1, 0, 0 }, "hat\nhats", "Two classes cannot be told apart by name: hat, hats.", DisplayName = "names")]
    public void WhatDoesNotFitIsSaidInOneLine(byte[] labels, string? names, string message)
    {
        using var folder = new TemporaryFolder();
        Write(folder, 4, labels);
        if (names is not null)
            File.WriteAllText(Path.Combine(folder.Path, PictureSet.ClassesFile), names);
        var error = Assert.ThrowsExactly<InvalidDataException>(() => PictureSet.Read(folder.Path, labelled: true));
        StringAssert.Contains(error.Message, message);
        StringAssert.StartsWith(error.Message, folder.Path);
    }

    [TestMethod]
    public void BatchesHaveTheLabelsOfTheirPictures()
    {
        byte[] labels = [.. Enumerable.Range(0, 12).Select(i => (byte)(i % 5))];
        byte[] pixels = [.. labels.SelectMany(label => Enumerable.Repeat((byte)(50 * label), 784))];
        var set = new PictureSet(np.array(pixels).reshape((12, 28, 28)), np.array(labels), ClassNames.Numbered(5));
        foreach (var (pictures, truth) in TrainingPictures.Batches(set.Pictures, 4, set.Labels))
        {
            var (values, given) = (pictures[0].ToArray<float>(), truth[0].ToArray<byte>());
            Assert.HasCount(4, given);
            for (var i = 0; i < given.Length; i++)
                Assert.AreEqual(50 * given[i] / 127.5f - 1, values[i * 784], 1e-6f);
        }
    }

    private static void Write(TemporaryFolder folder, int count, byte[]? labels)
    {
        IdxFile.save(Path.Combine(folder.Path, "train-images-idx3-ubyte.gz"), np.array(new byte[count * 784]).reshape((count, 28, 28)));
        if (labels is not null)
            IdxFile.save(Path.Combine(folder.Path, "train-labels-idx1-ubyte.gz"), np.array(labels));
    }
}
