using FashionGanTf.Captions;
using FashionGanTf.Captions.Grammar;
using FashionGanTf.Conditions;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Measures;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Generation.Recipes;
using FashionGanTf.Imaging;
using FashionGanTf.Models;
using FashionGanTf.Tests.Support;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Tests.Models;

/// <summary>The GANs that ship with the program.</summary>
[TestClass]
public class PretrainedTests
{
    private const int Count = 1000;

    private static readonly Bitmap[] s_pictures = FashionGan.Pretrained("dcgan").Generate(Count, seed: 7);

    [TestMethod]
    public void ItDrawsClothesOfAllKinds()
    {
        var probabilities = PictureClassifier.Pretrained().Embed(Pixels()).Probabilities!.ToArray<float>()
            .Chunk(ClassNames.FashionMnist.Count).ToArray();
        var counts = probabilities.CountBy(each => each.IndexOf(each.Max())).ToDictionary();
        // A tenth each in the training data; a generator that has lost a kind shows it here.
        for (var kind = 0; kind < ClassNames.FashionMnist.Count; kind++)
            Assert.IsInRange(Count * 0.04, Count * 0.2, counts.GetValueOrDefault(kind), $"class {kind}");
    }

    [TestMethod]
    public void ItComesWithItsDiscriminator()
    {
        var clothes = tf.reshape(Trajectory.RealBatch(0, Trajectory.Steps), (Trajectory.Steps * Trajectory.BatchSize, 28, 28)).numpy();
        // A discriminator that has learned nothing takes all pictures for the same.
        Assert.IsGreaterThan(
            0.55,
            DiscriminatorAccuracy.Of(FashionGan.Pretrained("dcgan").Discriminator, clothes, Pixels(), null, CancellationToken.None)
                .Together);
    }

    [TestMethod]
    public void TheOneWithClassesDrawsWhatItIsAskedFor()
    {
        const int each = 100;
        var gan = FashionGan.Pretrained("conditional");
        CollectionAssert.AreEqual(ClassNames.FashionMnist.ToArray(), gan.Classes.ToArray());
        var pictures = gan.Draw(gan.Classes.SelectMany(name => SeedRecipe.Range(7, 0, each, name)));
        var probabilities = PictureClassifier.Pretrained().Embed(PictureSource.Of(pictures)).Probabilities!.ToArray<float>()
            .Chunk(ClassNames.FashionMnist.Count).ToArray();
        var right = probabilities.Index().Count(item => item.Item.IndexOf(item.Item.Max()) == item.Index / each);
        // The card has the share of 10,000; a tenth by guessing.
        Assert.IsGreaterThan(0.9 * pictures.Length, right);
    }

    [TestMethod]
    [DataRow("dark trousers", "light trousers")]
    [DataRow("sleeveless dress", "long-sleeved dress")]
    [DataRow("plain pullover", "striped pullover")]
    [DataRow("narrow coat", "wide coat")]
    [DataRow("low bag", "tall bag")]
    [DataRow("flat sandal", "high-heeled sandal")]
    public void TheOneWithWordsDrawsWhatItIsAskedFor(string first, string second)
    {
        const int each = 50;
        var gan = FashionGan.Pretrained("text");
        foreach (var (asked, other) in new[] { (first, second), (second, first) })
        {
            var drawn = gan.Draw(SeedRecipe.Range(7, 0, each, asked));
            int Fitting(string text) => drawn.Count(picture =>
                CaptionReader.Read(text) is var said && Description.Of(picture.Pixels, said.Label).Says(said));
            // The card has the shares of all captions; what abstains fits neither text.
            Assert.IsGreaterThan(0.75 * each, Fitting(asked), asked);
            Assert.IsLessThan(0.1 * each, Fitting(other), $"{asked}, taken for {other}");
        }
    }

    [TestMethod]
    public void AnotherNameIsRefused() => Assert.AreEqual(
        "No model that ships is called 'stylegan'; there are conditional, text, dcgan.",
        Assert.ThrowsExactly<ArgumentException>(() => FashionGan.Pretrained("stylegan")).Message);

    [TestMethod]
    public void ItIsSavedAndRead()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "generator.safetensors");
        FashionGan.Pretrained("dcgan").Save(file);
        var read = FashionGan.Load(file).Generate(2, seed: 7);
        for (var i = 0; i < read.Length; i++)
            CollectionAssert.AreEqual(s_pictures[i].Pixels, read[i].Pixels);
    }

    private static NDArray Pixels() => np.array(s_pictures.SelectMany(picture => picture.Pixels).ToArray()).reshape((Count, 28, 28));
}
