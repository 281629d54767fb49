using System.Text.Json;
using FashionGanTf.Captions;
using FashionGanTf.Captions.Grammar;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Report;
using FashionGanTf.Evaluation.Words;
using FashionGanTf.Evaluation.Words.Scorer;
using FashionGanTf.Tests.Captions;
using FashionGanTf.Tests.Support;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Evaluation;

/// <summary>How well pictures are what captions ask for: by hand, and of real pictures.</summary>
[TestClass]
public class WordMeasuresTests
{
    private static readonly Lazy<PictureSet> s_pictures = new(SheetPictures.All);

    [TestMethod]
    public void AttributesAreCountedWhereTheyAreAskedFor()
    {
        Description[] asked = [Dress("dark dress"), Dress("light dress"), Dress("dark sleeveless dress"), Dress("dress")];
        Description[] found = [Dress("dark striped dress"), Dress("dress"), Dress("dark dress with long sleeves"), Dress("light dress")];
        var accuracy = AttributeAccuracy.Of(asked, found, [3, 3, 3, 6]);
        Assert.AreEqual((4, 0.75, 0.25), (accuracy.Captions, accuracy.Class, accuracy.Whole));
        CollectionAssert.AreEqual(new double?[] { 2 / 3d, null, 0, null, null, null }, accuracy.Attributes.ToArray());
        CollectionAssert.AreEqual(new double?[] { 1 / 3d, null, 0, null, null, null }, accuracy.Abstained.ToArray());
        Assert.AreEqual((0, null, null), (AttributeAccuracy.Of([], [], []) is var none ? none.Captions : -1, none.Class, none.Whole));
    }

    [TestMethod]
    public void RetrievalIsAmongCaptionsThatContradict()
    {
        // Ten classes in turn, each a direction of its own: a tenth of the other captions is as true of a picture.
        const int count = 200;
        var asked = Enumerable.Range(0, count).Select(i => new Description(i % 10, null, null, null, null, null, null)).ToArray();
        float[][] Directions(int shift) => [.. Enumerable.Range(0, count).Select(i =>
            Enumerable.Range(0, 10).Select(j => j == (i + shift) % 10 ? 1f : 0).ToArray())];
        Assert.AreEqual(1, Retrieval.Of(Directions(0), Directions(0), asked, Enumerable.Range(0, count)));
        Assert.AreEqual(0, Retrieval.Of(Directions(1), Directions(0), asked, Enumerable.Range(0, count)));
        Assert.AreEqual(0.5, Retrieval.Of(
            [.. Directions(0).Take(1), .. Directions(1).Skip(1)], Directions(0), asked, [0, 1]));
        // Of a hundred captions ten say the same: too few are left.
        Assert.IsNull(Retrieval.Of(Directions(0)[..100], Directions(0)[..100], asked[..100], Enumerable.Range(0, 100)));
    }

    [TestMethod]
    public void GroupsAreComparedWithTheirOwn()
    {
        const int each = 150;
        var random = new Random(4);
        var values = Enumerable.Range(0, 2 * each * 4).Select(_ => random.NextSingle()).ToArray();
        var features = np.array(values).reshape((2 * each, 4));
        Description[] descriptions =
            [.. Enumerable.Repeat(Dress("dark dress"), each), .. Enumerable.Repeat(Dress("light wide dress"), each)];
        var same = GroupDistance.Of(features, descriptions, features, descriptions, CancellationToken.None);
        Assert.AreEqual(3, same.Groups, "dark, light and wide");
        Assert.AreEqual(0, same.Mean!.Value, 1e-9);
        // The light ones are moved by 2 in each of four features, so two of the three groups are 16 away.
        var moved = np.array(values.Select((value, i) => i < each * 4 ? value : value + 2).ToArray()).reshape((2 * each, 4));
        var other = GroupDistance.Of(moved, descriptions, features, descriptions, CancellationToken.None);
        Assert.AreEqual(2 / 3d * 16, other.Mean!.Value, 1e-4);
        Assert.AreEqual(new GroupDistance(null, 0), GroupDistance.Of(
            features[":100"], descriptions[..100], features, descriptions, CancellationToken.None));
    }

    [TestMethod]
    public void RealPicturesAreWhatTheirCaptionsSayAndShuffledOnesAreNot()
    {
        var judge = Judge();
        var captions = MeasuredCaptions.Of(s_pictures.Value).Select(caption => caption.Text).ToArray();
        var own = judge.Judge(s_pictures.Value.Pictures, captions);
        Assert.IsTrue(own.All.Attributes.All(share => share == 1), "measured of the very same pixels");
        Assert.IsGreaterThan(0.85, own.All.Class!.Value);
        Assert.AreEqual(own.All.Class, own.All.Whole);
        var shuffled = judge.Judge(s_pictures.Value.Pictures, Shuffle.Of(captions, 1));
        Assert.IsLessThan(0.3, shuffled.All.Class!.Value);
        Assert.IsLessThan(0.15, shuffled.All.Whole!.Value);
        // Training pictures: the scorer has learned from these.
        Assert.IsGreaterThan(0.6, own.Retrieval!.Value);
        Assert.IsLessThan(0.1, shuffled.Retrieval!.Value);
        Assert.ThrowsExactly<ArgumentException>(() => judge.Judge(s_pictures.Value.Pictures, captions[..5]));
    }

    [TestMethod]
    public void AComparisonHasItsBoundsBesideIt()
    {
        var pictures = s_pictures.Value;
        // A model that draws real pictures of other captions, and one that is asked for classes alone.
        NDArray Draw(IReadOnlyList<string> captions) => pictures.Rows.First(captions.Count);
        var words = Judge().Compare(new AskedWords(Draw) { DrawClass = Draw }, pictures, 200, 1, _ => { });
        Assert.AreEqual(words.Real.All.Class, words.Judged.All.Class);
        Assert.AreEqual(200, words.Judged.All.Captions);
        Assert.IsLessThan(words.Real.All.Class!.Value, words.Shuffled.All.Class!.Value);
        var tables = WordTables.Of(words);
        CollectionAssert.AreEqual(new[] { "real pictures", "judged", "class alone", "shuffled" }, tables[0].Columns.ToArray());
        Assert.AreEqual("What 200 captions ask for", tables[0].Title);
        Assert.HasCount(3, WordTables.Of(words with { ClassOnly = null })[0].Columns);
        var json = JsonDocument.Parse(WordsJson.Of(words).ToJsonString()).RootElement;
        var all = json.GetProperty("real_pictures").GetProperty("all");
        Assert.AreEqual(1, all.GetProperty("attributes").GetProperty("darkness").GetDouble());

        // Of 200 captions no 129 say the same, and that is said in words; 50 have not even a hundred to choose from.
        Assert.IsTrue(tables[0].Rows.Any(row => row.Name == "Fréchet distance in groups of 129"));
        var notes = EvaluationWarnings.Of(words).ToList();
        Assert.AreEqual("There is no Fréchet distance in groups: of 200 captions no 129 say the same class and word; more of them do, " +
            "see --count.", notes[0]);
        StringAssert.StartsWith(notes[1], $"Only {words.Real.HeldOut.Captions} of 200 captions say a combination that is held out");
        Assert.HasCount(2, notes);
        var few = EvaluationWarnings.Of(Judge().Compare(new AskedWords(Draw), pictures, 50, 1, _ => { })).ToList();
        Assert.AreEqual("There is no R@1 among 100 captions: of 50 captions none has 99 others that contradict it.", few[1]);
        var many = words with { Real = words.Real with { Groups = new GroupDistance(3.5, 60), HeldOut = words.Real.All } };
        Assert.IsEmpty(EvaluationWarnings.Of(many));
        Assert.IsTrue(WordTables.Of(many)[0].Rows.Any(row => row.Name == "Fréchet distance in 60 groups"));
    }

    [TestMethod]
    public void AScorerLearnsAndGivesTheSameBitsOnAnyNumberOfThreads()
    {
        float first = 0, last = 0;
        CaptionScorer Train(int threads)
        {
            tf.config.threading.set_intra_op_parallelism_threads(threads);
            try
            {
                return CaptionScorerTraining.Train(
                    s_pictures.Value, 4, (made, _, loss) => (first, last) = (made == 1 ? loss : first, loss));
            }
            finally
            {
                tf.config.threading.set_intra_op_parallelism_threads(0);
            }
        }

        var (one, two) = (Train(1), Train(2));
        Assert.IsLessThan(0.75f * first, last);
        using var folder = new TemporaryFolder();
        string Save(CaptionScorer scorer, string name) => CaptionScorerFile.Save(Path.Combine(folder.Path, name), scorer, "none", 4);
        Assert.AreEqual(Save(one, "one.safetensors"), Save(two, "two.safetensors"));
        var read = CaptionScorerFile.Load(Path.Combine(folder.Path, "one.safetensors"));
        CollectionAssert.AreEqual(
            one.EmbedPictures(s_pictures.Value.Rows.First(3))[2], read.EmbedPictures(s_pictures.Value.Rows.First(3))[2]);
        CollectionAssert.AreEqual(one.EmbedCaptions(["a dark dress"])[0], read.EmbedCaptions(["a dark dress"])[0]);
    }

    [TestMethod]
    public void AScorerRefusesWordsThatItDoesNotKnow()
    {
        StringAssert.Contains(
            Assert.ThrowsExactly<ArgumentException>(() => CaptionScorerFile.Pretrained().EmbedCaptions(["a red dress"])).Message,
            "'red' in the caption 'a red dress'");
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "classifier.safetensors");
        PictureClassifier.Pretrained().Save(path);
        StringAssert.Contains(
            Assert.ThrowsExactly<InvalidDataException>(() => CaptionScorerFile.Load(path)).Message, "is no scorer of captions");
    }

    private static WordJudge Judge()
    {
        var pictures = s_pictures.Value;
        var classifier = PictureClassifier.Pretrained();
        return new WordJudge(classifier, CaptionScorerFile.Pretrained(), classifier.Embed(pictures.Pictures).Features,
            MeasuredCaptions.Describe(pictures.Rows, pictures.Labels!.ToArray<byte>()), CancellationToken.None);
    }

    private static Description Dress(string caption) => CaptionReader.Read(caption);
}
