using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Features;
using FashionGanTf.Evaluation.Measures;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Tests.Support;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>What is measured of pictures whose class was asked for, on pictures of which all is known.</summary>
[TestClass]
public class ConditionalJudgeTests
{
    private const int Count = 200;

    private static readonly PictureClassifier s_classifier = PictureClassifier.Pretrained();
    private static readonly EmbeddedPictures s_clothes = Look(tf.reshape(Trajectory.RealBatch(0, Trajectory.Steps), (400, 28, 28)).numpy());
    private static readonly EmbeddedPictures s_train = Look(s_clothes.Pictures[$":{Count}"]);
    private static readonly EmbeddedPictures s_test = Look(s_clothes.Pictures[$"{Count}:"]);

    [TestMethod]
    public void LabelMatchIsTheShareOfEachClassThatIsNamed()
    {
        var probabilities = np.array(0.1f, 0.9f, 0, 0.2f, 0.3f, 0.5f, 0.6f, 0.4f, 0, 0, 1, 0).reshape((4, 3));
        var match = LabelMatch.Of(probabilities, [1, 1, 0, 1]);
        Assert.AreEqual(0.75, match.All);
        CollectionAssert.AreEqual(new double?[] { 1, 2.0 / 3, null }, match.ByClass.ToArray());
    }

    [TestMethod]
    public void AClassIsComparedWithItsOwnAlone()
    {
        // Class 1 of the set is class 1 of the reference; class 0 is another, four away.
        var reference = Features(0, 2, 0, 2, 10, 12, 10, 12);
        var set = Features(4, 6, 4, 6, 10, 12, 10, 12);
        var classes = ClassMeasures.Of(reference, [0, 0, 0, 0, 1, 1, 1, 1], set, [0, 0, 0, 0, 1, 1, 1, 1], 3, CancellationToken.None);
        Assert.AreEqual(16, classes[0].Frechet!.Value, 1e-9);
        Assert.AreEqual(0, classes[1].Frechet!.Value, 1e-9);
        // Four have no fifth neighbour; the third class has no pictures.
        Assert.AreEqual((4, null), (classes[1].Pictures, classes[1].Recall));
        Assert.AreEqual(new ClassMeasures(0, null, null), classes[2]);
    }

    [TestMethod]
    public void RealPicturesMeasureWhatRealPicturesDo()
    {
        var labels = Named(s_train);
        var measures = Judge(labels).Measure(
            s_classifier, s_train, s_train, s_train, s_test, s_test, _ => { }, CancellationToken.None);
        Assert.AreEqual((1.0, 1.0), (measures.Match.All, measures.RealMatch.All));
        CollectionAssert.AreEqual(measures.Real.ToArray(), measures.Judged.ToArray());
        // As the labels are what the classifier says, the one that ships is always right.
        Assert.AreEqual(1.0, measures.TrainedOnReal);
        var again = ClassifierTraining.Train(new PictureSet(s_train.Pictures, np.array(labels), ClassNames.FashionMnist));
        Assert.AreEqual(
            ClassifierTraining.Accuracy(again, new ArrayRows(s_test.Pictures), np.array(Named(s_test))), measures.TrainedOnDrawn);
    }

    [TestMethod]
    public void PicturesOfOtherClassesThanAskedForAreFar()
    {
        byte[] wrong = [.. Named(s_train).Select(label => (byte)((label + 1) % ClassNames.FashionMnist.Count))];
        var measures = Judge(wrong).Measure(
            s_classifier, s_train, s_train, s_train, s_test, s_test, _ => { }, CancellationToken.None);
        Assert.AreEqual(0, measures.Match.All);
        Assert.IsGreaterThan(3 * measures.Real.Average(one => one.Frechet)!.Value, measures.Judged.Average(one => one.Frechet)!.Value);
        Assert.IsLessThan(0.3, measures.TrainedOnDrawn);
    }

    [TestMethod]
    public void ItsStepsAreToldAndItEndsWhenItIsAsked()
    {
        using var stop = new CancellationTokenSource();
        var told = new List<string>();
        Assert.ThrowsExactly<OperationCanceledException>(() => Judge(Named(s_train)).Measure(
            s_classifier, s_train, s_train, s_train, s_test, s_test,
            step =>
            {
                told.Add(step);
                if (step.EndsWith("epoch 2/5", StringComparison.Ordinal))
                    stop.Cancel();
            },
            stop.Token));
        CollectionAssert.AreEqual(
            new[]
            {
                "comparing class by class", "drawing 200 pictures to train a classifier on",
                "training a classifier on drawn pictures, epoch 1/5", "training a classifier on drawn pictures, epoch 2/5",
            }, told);
    }

    /// <summary>A model that draws the training pictures when it is asked for these classes.</summary>
    private static ConditionalJudge Judge(byte[] asked) => new(
        new AskedClasses(
            ClassNames.FashionMnist, asked,
            count => new PictureSet(s_train.Pictures[$":{count}"], np.array(asked), ClassNames.FashionMnist)),
        Named(s_train), Named(s_test));

    private static EmbeddedPictures Look(NDArray pictures) => new("clothes", pictures, s_classifier.Embed(pictures));

    private static EmbeddedPictures Features(params float[] features) =>
        new("numbers", np.zeros((features.Length, 28, 28)),
            new Embedding(np.array(features).reshape((features.Length, 1)), np.zeros((1, 1))));

    /// <summary>The classes that the classifier that ships names.</summary>
    private static byte[] Named(EmbeddedPictures set) =>
        [.. set.Embedding.Probabilities!.ToArray<float>().Chunk(ClassNames.FashionMnist.Count)
            .Select(row => (byte)row.IndexOf(row.Max()))];
}
