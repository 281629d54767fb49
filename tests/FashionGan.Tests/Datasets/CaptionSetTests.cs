using FashionGanTf.Datasets;
using FashionGanTf.Tests.Support;
using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Datasets;

/// <summary>Captions of a training: what is read from them, and what a step gets.</summary>
[TestClass]
public class CaptionSetTests
{
    private const int Pictures = 120;

    private static readonly Lazy<CaptionSet> s_captions = new(() => SmallCaptions.Of(Pictures));

    [TestMethod]
    public void TheVocabularyIsThatOfTheCaptions()
    {
        var captions = s_captions.Value;
        // The most frequent first, then by the alphabet.
        CollectionAssert.AreEqual(new[] { "a", "wide", "boot", "dark", "light", "shirt", "dress", "gown" }, captions.Vocabulary.ToList());
        Assert.AreEqual((Pictures * 3, Pictures, 4), (captions.Count, captions.Pictures.Count, captions.Longest));
        Assert.HasCount(Pictures, captions.Vocabulary.Captions);
        Assert.AreEqual("a light boot, wide", captions.Vocabulary.Captions[5]);
    }

    [TestMethod]
    public void WordsExcludeEachOtherThatNeverDescribeOnePicture() => CollectionAssert.AreEquivalent(
        // Dress and gown are two names of one thing: some picture has both.
        new[] { "boot shirt", "boot dress", "boot gown", "dark light", "shirt dress", "shirt gown" },
        s_captions.Value.Vocabulary.Exclusions.Select(pair =>
            $"{s_captions.Value.Vocabulary[pair.First]} {s_captions.Value.Vocabulary[pair.Second]}").ToList());

    [TestMethod]
    public void OneCaptionOfEachPictureDoesNotTellWhatExcludesWhat() =>
        Assert.IsEmpty(SmallCaptions.Of(Pictures, ofPicture: 1).Vocabulary.Exclusions);

    [TestMethod]
    [DataRow(SmallCaptions.OfPicture)]
    [DataRow(1)]
    public void AStepGetsACaptionAndAMismatch(int ofPicture)
    {
        var captions = ofPicture == 1 ? SmallCaptions.Of(Pictures, 1) : s_captions.Value;
        var (vocabulary, batch) = (captions.Vocabulary, new CaptionBatch(captions));
        using var own = tf.random.use_generator(tf.random.Generator.from_seed(3));
        var (flipped, others, chosen) = (0, 0, new HashSet<string>());
        for (var walk = 0; walk < 5; walk++)
        {
            var tokens = batch.Read(tf.constant(Enumerable.Range(0, Pictures).ToArray()));
            Assert.AreEqual(new Shape(Pictures, 2, captions.Longest), tokens.shape);
            var rows = tokens.ToArray<int>().Chunk(captions.Longest).ToArray();
            for (var picture = 0; picture < Pictures; picture++)
            {
                var caption = SmallCaptions.Text(vocabulary, rows[2 * picture]);
                var mine = captions.Of(picture).Select(one => SmallCaptions.Text(vocabulary, one)).ToHashSet();
                Assert.Contains(caption, mine);
                // All of these are dark dresses.
                if (picture % 6 == 0)
                    chosen.Add(caption);
                var mismatch = SmallCaptions.Text(vocabulary, rows[2 * picture + 1]).Split(' ');
                string[] wrong = [SmallCaptions.Light(picture + 1), .. new[] { picture + 1, picture + 2 }.SelectMany(other =>
                    new[] { SmallCaptions.Name(other, 0), SmallCaptions.Name(other, 1) })];
                if (ofPicture > 1)
                    Assert.IsNotEmpty(wrong.Intersect(mismatch), $"{string.Join(' ', mismatch)} for {caption}");
                else
                    Assert.IsNotEmpty(mismatch.Except(caption.Split(' ')), $"{string.Join(' ', mismatch)} for {caption}");
                var differing = mismatch.Length == caption.Split(' ').Length
                    ? mismatch.Zip(caption.Split(' ')).Count(pair => pair.First != pair.Second) : 9;
                (flipped, others) = (flipped + (differing == 1 ? 1 : 0), others + (differing > 1 ? 1 : 0));
            }
        }

        Assert.HasCount(ofPicture, chosen, "each caption of a picture has its turn");
        Assert.IsGreaterThan(Pictures, flipped);
        Assert.IsGreaterThan(Pictures, others);
    }

    [TestMethod]
    public void CaptionsFitThePictures()
    {
        using var folder = new TemporaryFolder();
        var path = SmallCaptions.Write(folder, 10);
        Assert.HasCount(10, CaptionSet.Read(path, 10).Pictures);
        Assert.HasCount(7, CaptionSet.Read(path, 7, isPart: true).Pictures, "a limit passes over the rest");
        Complains(path, 7, $"{path} has a caption of picture 7, and the data have 7, 0 to 6.");
        Assert.AreNotEqual(CaptionSet.Read(path, 9, isPart: true).Sha256, CaptionSet.Read(path, 10).Sha256);
        File.WriteAllLines(path, [SmallCaptions.Line(0, "one"), SmallCaptions.Line(1, "two")]);
        Complains(path, 2, $"{path}: no word of its captions occurs 3 times, so there is nothing to learn.");
    }

    [TestMethod]
    public void PicturesWithoutCaptionsAreLeftOut()
    {
        using var folder = new TemporaryFolder();
        var path = SmallCaptions.Write(folder, 12);
        File.WriteAllLines(path, File.ReadAllLines(path).Where(line => !line.Contains("dress") && !line.Contains("gown")));
        var captions = CaptionSet.Read(path, 12);
        CollectionAssert.AreEqual(new[] { 1, 2, 4, 5, 7, 8, 10, 11 }, captions.Pictures.ToArray());
        var rows = new ArrayRows(np.zeros((12, 28, 28), Tensorflow.TF_DataType.TF_UINT8));
        var batches = TrainingPictures.Batches(rows, 4, captions: captions).ToList();
        Assert.HasCount(2, batches);
        foreach (var (pictures, texts) in batches)
        {
            Assert.AreEqual(new Shape(4, 28, 28, 1), pictures[0].shape);
            Assert.AreEqual(new Shape(4, 2, captions.Longest), texts[0].shape);
        }

        StringAssert.Contains(Assert.ThrowsExactly<ArgumentException>(() => TrainingPictures.Batches(rows, 9, captions: captions)).Message,
            "which has 8 pictures");
    }

    [TestMethod]
    [DataRow("dress", "is no caption, dress; expected is a line as")]
    [DataRow("{\"picture\": 0}", "lacks a picture's number, from 0, or a text;")]
    [DataRow("{\"picture\": -1, \"text\": \"a\"}", "lacks a picture's number, from 0, or a text;")]
    [DataRow("{\"picture\": \"0\", \"text\": \"a\"}", "lacks a picture's number, from 0, or a text;")]
    [DataRow("[0, \"a\"]", "lacks a picture's number, from 0, or a text;")]
    [DataRow("{\"picture\": 0, \"text\": \"\\ud800\"}", "is no caption")]
    public void ALineThatIsNoCaptionIsNamed(string line, string complaint)
    {
        using var folder = new TemporaryFolder();
        var path = SmallCaptions.Write(folder, 1);
        File.AppendAllText(path, $"\n{line}\n");
        var error = Assert.ThrowsExactly<InvalidDataException>(() => CaptionSet.Read(path, 1));
        StringAssert.StartsWith(error.Message, $"{path}, line {SmallCaptions.OfPicture + 2}");
        StringAssert.Contains(error.Message, complaint);
        Assert.DoesNotContain('\n', error.Message);
    }

    [TestMethod]
    public void ThereMustBeAFile()
    {
        using var folder = new TemporaryFolder();
        Assert.ThrowsExactly<FileNotFoundException>(() => CaptionSet.Read(Path.Combine(folder.Path, "none.jsonl"), 1));
        Assert.ThrowsExactly<IOException>(() => CaptionSet.Read(folder.Path, 1));
    }

    private static void Complains(string path, int pictures, string complaint) =>
        Assert.AreEqual(complaint, Assert.ThrowsExactly<InvalidDataException>(() => CaptionSet.Read(path, pictures)).Message);
}
