using System.Text.Json;
using System.Text.RegularExpressions;
using FashionGanTf.Evaluation;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Report;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Tests.Support;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>A whole evaluation of known pictures.</summary>
[TestClass]
public partial class EvaluatorTests
{
    private static readonly NDArray s_clothes = tf.reshape(Trajectory.RealBatch(0, Trajectory.Steps), (400, 28, 28)).numpy();
    private static readonly NDArray s_train = s_clothes[":200"];
    private static readonly NDArray s_test = s_clothes["200:"];
    private static readonly Lazy<EvaluationResult> s_copies = new(() => Evaluate(s_train));

    [TestMethod]
    public void CopiesOfTrainingPicturesAreCaught()
    {
        var result = s_copies.Value;
        foreach (var memorised in new[] { result.PixelMemorisation, result.FeatureMemorisation })
        {
            Assert.AreEqual((200, 0.0, 1.0), (memorised.Copies, memorised.MeanDistance, memorised.ShareVeryClose));
            Assert.IsLessThan(1e-50, memorised.PValue);
            Assert.IsGreaterThan(1, memorised.TestMeanDistance);
        }

        // Beside each picture stands its copy.
        for (var y = 0; y < 28; y++)
            CollectionAssert.AreEqual(result.ClosestPairs.Row(y)[..28].ToArray(), result.ClosestPairs.Row(y)[30..58].ToArray());
    }

    [TestMethod]
    public void RealPicturesMeasureWhatTheFloorDoesAndNoiseIsFar()
    {
        // As many training pictures are the floor: here they are the very same.
        var result = s_copies.Value;
        Assert.AreEqual(result.Floor.Frechet, result.Judged.Frechet);
        Assert.AreEqual(result.Floor.Manifolds, result.Judged.Manifolds);
        Assert.IsGreaterThan(10 * result.Floor.Frechet, result.Ceiling.Frechet);
        Assert.IsGreaterThan(result.Floor.Kernel + 10 * result.Floor.KernelDeviation, result.Ceiling.Kernel);
        Assert.IsLessThan(0.1, result.Ceiling.Manifolds!.Coverage);
        Assert.IsGreaterThan(0.5, result.Floor.Manifolds!.Coverage);
        Assert.IsGreaterThan(result.Ceiling.PixelOverlap, result.Floor.PixelOverlap);
        Assert.IsEmpty(result.Warnings);
    }

    [TestMethod]
    public void TheReferenceItselfHasDistanceZero()
    {
        var result = Evaluate(s_test);
        Assert.AreEqual(0, result.Judged.Frechet, 1e-8);
        Assert.AreEqual(
            (1.0, 1.0, 1.0), (result.Judged.Manifolds!.Precision, result.Judged.Manifolds.Recall, result.Judged.Manifolds.Coverage));
        Assert.AreEqual(1, result.Judged.PixelOverlap, 1e-5);
        Assert.AreEqual((0.5, 0), (result.PixelMemorisation.ShareCloser, result.PixelMemorisation.Copies));
    }

    [TestMethod]
    public void FewPicturesGetWarningsInsteadOfFigures()
    {
        var result = Evaluate(s_train[":5"]);
        Assert.IsNull(result.Judged.Manifolds);
        Assert.HasCount(2, result.Warnings);
        StringAssert.StartsWith(result.Warnings[0], "5 pictures are too few for the Fréchet classifier distance");
        StringAssert.StartsWith(result.Warnings[1], "5 pictures have no 5th neighbours");
        Assert.AreEqual(JsonValueKind.Null,
            JsonDocument.Parse(MetricsJson.Of(result)).RootElement.GetProperty("precision").GetProperty("value").ValueKind);
    }

    [TestMethod]
    public void TheDiscriminatorIsCountedOnBothSides()
    {
        // Its fresh weights guess; what it says of each picture is known.
        var discriminator = new FashionGan().Discriminator;
        var result = Evaluate(s_train, discriminator).Discriminator!;
        Assert.AreEqual(RightShare(s_test, logit => logit > 0), result.Real);
        Assert.AreEqual(RightShare(s_train, logit => logit < 0), result.Fake);
        Assert.AreEqual((result.Real + result.Fake) / 2, result.Together);

        double RightShare(NDArray pictures, Func<float, bool> isRight)
        {
            Tensorflow.Tensor logits = discriminator.Apply(PixelRange.FromPixels(tf.reshape(pictures, (200, 28, 28, 1))));
            return logits.ToArray<float>().Count(isRight) / 200.0;
        }
    }

    [TestMethod]
    public void FiguresRepeatOnAnyNumberOfThreads()
    {
        var threads = tf.config.threading.get_intra_op_parallelism_threads();
        try
        {
            tf.config.threading.set_intra_op_parallelism_threads(1);
            Assert.AreEqual(MetricsJson.Of(s_copies.Value), MetricsJson.Of(Evaluate(s_train)));
        }
        finally
        {
            tf.config.threading.set_intra_op_parallelism_threads(threads);
        }
    }

    [TestMethod]
    public void ThePageNeedsNothingBesideItself()
    {
        var page = HtmlReport.Of(s_copies.Value);
        var sources = Link().Matches(page);
        Assert.HasCount(3, sources);
        foreach (Match source in sources)
            StringAssert.StartsWith(source.Groups["value"].Value, "data:image/");
        Assert.DoesNotContain("url(", page);
        Assert.DoesNotContain("<script", page);
        // What comes from outside is text, not markup.
        StringAssert.Contains(page, "copies of &lt;training&gt; pictures");
    }

    private static EvaluationResult Evaluate(NDArray pictures, Tensorflow.Keras.Engine.Model? discriminator = null) =>
        new Evaluator(FashionClassifier.Pretrained(), s_train, s_test)
            .Evaluate(
                new EvaluationSubject("copies of <training> pictures", pictures, Reference.Test, Seed: 1)
                { Discriminator = discriminator });

    [GeneratedRegex("(?:src|href)=\"(?<value>[^\"]*)")]
    private static partial Regex Link();
}
