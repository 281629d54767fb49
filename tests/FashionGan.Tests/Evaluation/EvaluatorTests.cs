using System.Text.Json;
using System.Text.RegularExpressions;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Measures;
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
    private static readonly PictureParts s_data = new(
        new PictureSet(s_train) { Name = "clothes" }, new ArrayRows(s_test), null, PictureParts.Test);
    private static readonly DateTimeOffset s_made = new(2026, 11, 27, 8, 5, 0, TimeSpan.FromHours(1));
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
    public void JudgedRealPicturesMeasureWhatRealOnesDoAndNoiseIsFar()
    {
        // As many training pictures are the real ones: here they are the very same.
        var result = s_copies.Value;
        Assert.AreEqual(result.Real.Frechet, result.Judged.Frechet);
        Assert.AreEqual(result.Real.Manifolds, result.Judged.Manifolds);
        Assert.IsGreaterThan(10 * result.Real.Frechet, result.Noise.Frechet);
        Assert.IsGreaterThan(result.Real.Kernel + 10 * result.Real.KernelDeviation, result.Noise.Kernel);
        Assert.IsLessThan(0.1, result.Noise.Manifolds!.Coverage);
        Assert.IsGreaterThan(0.5, result.Real.Manifolds!.Coverage);
        Assert.IsGreaterThan(result.Noise.PixelOverlap, result.Real.PixelOverlap);
        Assert.HasCount(2, result.Warnings);
        StringAssert.StartsWith(result.Warnings[0], "The data is not what the classifier has learned from, Fashion-MNIST");
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
        Assert.HasCount(3, result.Warnings);
        StringAssert.StartsWith(result.Warnings[1], "5 judged pictures are too few for the Fréchet distance");
        StringAssert.StartsWith(result.Warnings[2], "5 judged pictures have no 5th neighbours");
        Assert.AreEqual(JsonValueKind.Null,
            JsonDocument.Parse(MetricsJson.Of(result)).RootElement.GetProperty("precision").GetProperty("judged").ValueKind);
    }

    /// <summary>200 pictures are few for 128 features.</summary>
    [TestMethod]
    public void OfFewPicturesTheKernelDistanceStandsFirst()
    {
        var result = s_copies.Value;
        StringAssert.StartsWith(result.Warnings[^1], "The Fréchet distance is biased: 200 judged pictures are few for 128 features");
        Assert.IsTrue(result.IsFrechetBiased);
        StringAssert.StartsWith(ReportTables.Of(result)[1].Rows[0].Name, "kernel distance");
        Assert.AreEqual("Fréchet distance", ReportTables.Of(result)[1].Rows[1].Name);
        var page = HtmlReport.Of(result, "evaluate", s_made);
        Assert.IsLessThan(page.IndexOf("<td>Fr&#233;chet distance", StringComparison.Ordinal),
            page.IndexOf("<td>kernel distance", StringComparison.Ordinal));
        Assert.IsTrue(JsonDocument.Parse(MetricsJson.Of(result)).RootElement.GetProperty("frechet_is_biased").GetBoolean());
        Assert.IsTrue(FrechetDistance.IsBiased(5119, 128));
        Assert.IsFalse(FrechetDistance.IsBiased(5120, 128));
    }

    [TestMethod]
    public void EachTableSaysWhatIsComparedAndInWhat()
    {
        var result = s_copies.Value;
        string[] rows =
        [
            "reference 200 test pictures of clothes", "real pictures 200 training pictures of clothes",
            "judged 200 copies of <training> pictures", "noise 200 any brightness in any pixel",
            "features 128 a classifier of Fashion-MNIST",
        ];
        CollectionAssert.AreEqual(
            rows, ReportTables.Of(result)[0].Rows.Select(row => $"{row.Name} {string.Join(" ", row.Cells)}").ToArray());
        var json = JsonDocument.Parse(MetricsJson.Of(result)).RootElement;
        foreach (var (column, data) in new[]
            { ("reference", "test pictures of clothes"), ("real_pictures", "clothes"), ("judged", null), ("noise", null) })
        {
            var said = json.GetProperty(column);
            Assert.AreEqual(("classifier", 200), (said.GetProperty("features").GetString(), said.GetProperty("count").GetInt32()), column);
            if (data is not null)
                Assert.AreEqual(data, said.GetProperty("data").GetString());
        }

        Assert.AreEqual(PictureClassifier.PretrainedSha256, json.GetProperty("features").GetProperty("sha256").GetString());
    }

    [TestMethod]
    public void EachColumnSaysOfHowManyPicturesItIs()
    {
        // There are 200 training pictures; 300 are judged.
        var result = Evaluate(s_clothes[":300"]);
        Assert.AreEqual((200, 300, 300), (result.Real.Pictures, result.Judged.Pictures, result.Noise.Pictures));
        StringAssert.StartsWith(result.Warnings[1], "There are only 200 real pictures (training pictures) to set beside 300 judged ones.");
        StringAssert.Contains(result.Warnings[1], "--count 200 ");
        CollectionAssert.AreEqual(
            new[] { "real pictures (200)", "judged (300)", "noise (300)" }, ReportTables.Of(result)[1].Columns.ToArray());
        StringAssert.Contains(HtmlReport.Of(result, "evaluate", s_made), "<th>real pictures (200)</th><th>judged (300)</th>");
        var json = JsonDocument.Parse(MetricsJson.Of(result)).RootElement;
        Assert.AreEqual(200, json.GetProperty("real_pictures").GetProperty("count").GetInt32());
        Assert.AreEqual(300, json.GetProperty("judged").GetProperty("count").GetInt32());
    }

    [TestMethod]
    public void EqualBrightnessOverlapsWhollyWhateverTheNumberOfPictures() =>
        Assert.AreEqual(1, Evaluate(np.concatenate([s_test, s_test, s_test])).Judged.PixelOverlap, 1e-5);

    [TestMethod]
    public void ClassesOfOtherDataThanFashionMnistAreLeftOut()
    {
        // 400 pictures of clothes have not the checksum of the published ones.
        var result = s_copies.Value;
        Assert.AreEqual("data", result.Foreign);
        StringAssert.EndsWith(ReportTables.Head(result),
            "compared with 200 test pictures of clothes; seed 1. The classifier was not made for this data.");
        Assert.IsNull(result.Judged.Classes);
        var tables = string.Concat(ReportTables.Of(result).Select(TextTable.Format));
        foreach (var text in new[] { HtmlReport.Of(result, "evaluate", s_made), tables })
        {
            Assert.DoesNotContain("classifier confidence</td>", text);
            Assert.DoesNotContain("\nclassifier confidence", text);
            Assert.DoesNotContain("ankle boot", text);
        }

        var json = JsonDocument.Parse(MetricsJson.Of(result)).RootElement;
        Assert.IsFalse(json.GetProperty("features").GetProperty("made_for").GetBoolean());
        Assert.AreEqual(JsonValueKind.Null, json.GetProperty("class_shares").ValueKind);
        Assert.AreEqual(JsonValueKind.Null, json.GetProperty("classifier_confidence").GetProperty("judged").ValueKind);
    }

    [TestMethod]
    public void EqualAndBlankPicturesAreSaid()
    {
        var black = Evaluate(np.zeros((200, 28, 28), Tensorflow.TF_DataType.TF_UINT8)).Warnings;
        StringAssert.StartsWith(black[1], "All 200 judged pictures are equal: ");
        StringAssert.StartsWith(black[2], "All 200 judged pictures are blank: ");
        StringAssert.StartsWith(Evaluate(np.concatenate((s_test, s_test[":50"]))).Warnings[2],
            "Of 250 judged pictures only 200 differ from each other");
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
        var page = HtmlReport.Of(s_copies.Value, "evaluate", s_made);
        var sources = Link().Matches(page);
        Assert.HasCount(3, sources);
        foreach (Match source in sources)
            StringAssert.StartsWith(source.Groups["value"].Value, "data:image/");
        Assert.DoesNotContain("url(", page);
        Assert.DoesNotContain("<script", page);
        // What comes from outside is text, not markup.
        StringAssert.Contains(page, "copies of &lt;training&gt; pictures");
    }

    [TestMethod]
    public void ThePageSaysWhatMadeItWhenAndOfWhat()
    {
        var page = HtmlReport.Of(s_copies.Value, "fashion-gan evaluate --out a<b", s_made);
        foreach (var part in new[] { "2026-11-27 08:05 +01:00", "<code>fashion-gan evaluate --out a&lt;b</code>", "<code>5ea1ed</code>",
            $"<code>{TrainingPictures.Sha256(s_train)}</code>", "(0.5 by chance)", "every second time", "prefers-color-scheme: dark" })
            StringAssert.Contains(page, part);
    }

    private static EvaluationResult Evaluate(NDArray pictures, Tensorflow.Keras.Engine.Model? discriminator = null) =>
        new Evaluator(PictureClassifier.Pretrained(), s_data)
            .Evaluate(
                new EvaluationSubject("copies of <training> pictures", pictures, Reference.Test, Seed: 1)
                { Discriminator = discriminator, WeightsSha256 = "5ea1ed" });

    [GeneratedRegex("(?:src|href)=\"(?<value>[^\"]*)")]
    private static partial Regex Link();
}
