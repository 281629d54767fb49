using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Studies;
using Tensorflow.NumPy;

namespace FashionGanTf.Tests.Studies;

/// <summary>Which real pictures a part of a study has, and what its classifiers see.</summary>
[TestClass]
public class StudyPicturesTests
{
    /// <summary>500 pictures of two classes; the first pixels of a picture say its number.</summary>
    private static readonly PictureSet s_all = Set(500, i => (byte)(i % 2));

    [TestMethod]
    public void ASeedChoosesPicturesAndFewerArePartOfMore()
    {
        var (few, more, others) = (Choose(5, seed: 1), Choose(50, seed: 1), Choose(50, seed: 2));
        CollectionAssert.AreEqual(new[] { 5, 5 }, few.ClassCounts.ToArray());
        CollectionAssert.AreEqual(new[] { 50, 50 }, more.ClassCounts.ToArray());
        CollectionAssert.IsSubsetOf(Numbers(few.Pictures), Numbers(more.Pictures));
        CollectionAssert.AreNotEquivalent(Numbers(more.Pictures), Numbers(others.Pictures));
        CollectionAssert.AllItemsAreUnique(Numbers(more.Pictures));
        // Each keeps its label.
        CollectionAssert.AreEqual(Numbers(more.Pictures).ConvertAll(number => (byte)(number % 2)), more.Labels!.ToArray<byte>());
    }

    [TestMethod]
    [DataRow(1, 0)]
    [DataRow(2, 1)]
    [DataRow(3, 0)]
    public void AHundredthIsLeftOfOneClassAnotherForEachSeed(int seed, int cut)
    {
        var counts = StudyPictures.Choose(s_all, new StudyPart(200, IsCut: true), seed).ClassCounts;
        Assert.AreEqual((2, 200), (counts[cut], counts[1 - cut]));
    }

    [TestMethod]
    public void ClassesAreSeenInEqualNumbersHalfOfThemDrawnWhereSomeAre()
    {
        var real = Set(5, i => i < 4 ? (byte)0 : (byte)1);
        CollectionAssert.AreEqual(new[] { 0, 1, 2, 3, 0, 1, 4, 4, 4, 4, 4, 4 }, Numbers(StudyPictures.Mix(real, null, 6).Pictures));
        var drawn = Set(103, _ => 0).Pictures["100:"];
        var (pictures, labels) = StudyPictures.Mix(real, (drawn, [1, 1, 1]), 6);
        CollectionAssert.AreEqual(new[] { 0, 1, 2, 3, 0, 1, 4, 4, 4, 100, 101, 102 }, Numbers(pictures));
        CollectionAssert.AreEqual(new byte[] { 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1 }, labels.ToArray<byte>());
    }

    [TestMethod]
    public void TheSurestOfEachClassAreKept()
    {
        // Four of each class; a classifier doubts the first and third of each.
        var labels = new byte[] { 0, 0, 0, 0, 1, 1, 1, 1 };
        var right = new[] { 0.2f, 0.9f, 0.3f, 0.8f, 0.1f, 0.7f, 0.4f, 0.6f };
        var probabilities = np.array([.. labels.Zip(right).SelectMany(each =>
            each.First == 0 ? new[] { each.Second, 1 - each.Second } : [1 - each.Second, each.Second])]).reshape((8, 2));
        var (pictures, kept) = StudyPictures.Surest(Set(8, i => labels[i]).Pictures, labels, probabilities, perClass: 2);
        CollectionAssert.AreEqual(new[] { 1, 3, 5, 7 }, Numbers(pictures));
        CollectionAssert.AreEqual(new byte[] { 0, 0, 1, 1 }, kept);
    }

    [TestMethod]
    public void AGanMakesFortyPassesWithinLimits()
    {
        var options = new StudyOptions();
        Assert.AreEqual((1000, 3125, 5000), (options.StepsOfGan(100), options.StepsOfGan(5000), options.StepsOfGan(10_000)));
        Assert.AreEqual(7, (options with { GanSteps = 7 }).StepsOfGan(5000));
    }

    private static PictureSet Choose(int perClass, int seed) => StudyPictures.Choose(s_all, new StudyPart(perClass, IsCut: false), seed);

    private static PictureSet Set(int count, Func<int, byte> label)
    {
        var pixels = new byte[count * 784];
        for (var i = 0; i < count; i++)
            BitConverter.TryWriteBytes(pixels.AsSpan(i * 784), i);
        var labels = Enumerable.Range(0, count).Select(label).ToArray();
        return new PictureSet(np.array(pixels).reshape((count, 28, 28)), np.array(labels), ClassNames.Numbered(labels.Max() + 1));
    }

    private static List<int> Numbers(NDArray pictures) =>
        [.. pictures.ToArray<byte>().Chunk(784).Select(picture => BitConverter.ToInt32(picture))];
}
