using System.Text.Json;
using FashionGanTf.Captions;
using FashionGanTf.Captions.Attributes;
using FashionGanTf.Captions.Grammar;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Tests.Support;
using Tensorflow.NumPy;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Tests.Captions;

/// <summary>Captions of real pictures: those of the sheets in <c>docs/captions</c>, which eyes have judged.</summary>
[TestClass]
public class MeasuredCaptionsTests
{
    [TestMethod]
    public void EveryPictureOfASheetIsWhatItsRowSays()
    {
        foreach (var attribute in GarmentAttributes.All)
        {
            var values = attribute.Values.Count;
            foreach (var (pixels, row) in SheetPictures.Of(attribute))
                Assert.AreEqual(row % values, attribute.Measure(new Garment(pixels, attribute.Labels[row / values])),
                    $"{attribute.Name}, row {row}");
        }
    }

    [TestMethod]
    public void CaptionsOfPicturesSayWhatIsMeasuredAndTheSameSeedGivesTheSameFile()
    {
        var pictures = SheetPictures.All();
        var described = MeasuredCaptions.Describe(pictures.Rows, pictures.Labels!.ToArray<byte>());
        var captions = MeasuredCaptions.Of(pictures, each: 3, seed: 5);
        Assert.HasCount(3 * pictures.Count, captions);
        for (var i = 0; i < captions.Count; i++)
        {
            Assert.AreEqual(i / 3, captions[i].Picture);
            Assert.IsTrue(described[i / 3].Says(CaptionReader.Read(captions[i].Text)), captions[i].Text);
        }

        using var folder = new TemporaryFolder();
        var (one, again) = (Path.Combine(folder.Path, "one.jsonl"), Path.Combine(folder.Path, "again.jsonl"));
        CaptionFile.Write(one, captions);
        CaptionFile.Write(again, MeasuredCaptions.Of(pictures, each: 3, seed: 5));
        CollectionAssert.AreEqual(File.ReadAllBytes(one), File.ReadAllBytes(again));
        CollectionAssert.AreNotEqual(captions.ToArray(), MeasuredCaptions.Of(pictures, each: 3, seed: 6).ToArray());
        var line = JsonDocument.Parse(File.ReadLines(one).ElementAt(4)).RootElement;
        Assert.AreEqual((1, captions[4].Text), (line.GetProperty("picture").GetInt32(), line.GetProperty("text").GetString()));
    }

    [TestMethod]
    public void HeldOutPicturesHaveNoCaptionAndTheOthersKeepTheirs()
    {
        var pictures = SheetPictures.All();
        var (all, kept) = (MeasuredCaptions.Of(pictures), MeasuredCaptions.Of(pictures, holdOut: true));
        var described = MeasuredCaptions.Describe(pictures.Rows, pictures.Labels!.ToArray<byte>());
        CollectionAssert.AreEqual(all.Where(caption => !HeldOut.Has(described[caption.Picture])).ToArray(), kept.ToArray());
        Assert.IsInRange(1, all.Count - 10, kept.Count);
    }

    [TestMethod]
    public void OtherPicturesAreRefusedInOneLine()
    {
        string Refusal(PictureSet set) => Assert.ThrowsExactly<ArgumentException>(() => MeasuredCaptions.Of(set)).Message;
        var labels = np.array(Enumerable.Range(0, 10).Select(i => (byte)i).ToArray());
        NDArray Black(int size) => np.array(new byte[10 * size * size]).reshape((10, size, size));
        StringAssert.Contains(Refusal(new PictureSet(Black(32), labels, ClassNames.FashionMnist)), "32 x 32 in gray");
        StringAssert.Contains(
            Refusal(new PictureSet(Black(28), labels, ClassNames.Numbered(10))), "The pictures' classes are class 0, class 1");
        StringAssert.Contains(Refusal(new PictureSet(Black(28))), "no labels");
    }

    [TestMethod]
    public void ThirdsAreThoseOfTheTrainingPictures()
    {
        if (!keras.datasets.fashion_mnist.is_at_hand())
            Assert.Inconclusive("Fashion-MNIST is not on this machine; any training fetches it.");
        var pictures = PictureSet.Read(null, labelled: true);
        var (labels, garments) = (pictures.Labels!.ToArray<byte>(), new Garment[pictures.Count]);
        Parallel.For(0, garments.Length, i =>
        {
            var pixels = new byte[Silhouette.Size * Silhouette.Size];
            pictures.Rows.Read([i], pixels);
            garments[i] = new Garment(pixels, labels[i]);
        });
        RequireThirds(Darkness.ByClass, garment => Darkness.Brightness(garment), 0.05);
        RequireThirds(Width.ByClass, garment => Width.Ratio(garment), 0.0005);
        RequireThirds(Height.ByClass, garment => Height.Ratio(garment), 0.0005);
        RequireThirds(Pattern.ByClass, garment => Trunk.Of(garment)?.Contrast, 0.005);

        void RequireThirds(IReadOnlyDictionary<int, Terciles> byClass, Func<Garment, double?> number, double rounding)
        {
            foreach (var (label, known) in byClass)
            {
                var measured = Terciles.Of(garments.Where(garment => garment.Label == label).AsParallel().Select(number).OfType<double>());
                Assert.AreEqual(measured.Low, known.Low, rounding, $"{label} low");
                Assert.AreEqual(measured.MiddleFrom, known.MiddleFrom, rounding, $"{label} middle from");
                Assert.AreEqual(measured.MiddleTo, known.MiddleTo, rounding, $"{label} middle to");
                Assert.AreEqual(measured.High, known.High, rounding, $"{label} high");
            }
        }
    }
}
