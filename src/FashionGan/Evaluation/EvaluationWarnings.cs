using System.Security.Cryptography;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Features;
using FashionGanTf.Evaluation.Measures;
using FashionGanTf.Evaluation.Pictures;
using FashionGanTf.Evaluation.Words;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation;

/// <summary>What a reader has to know before the figures are believed.</summary>
internal static class EvaluationWarnings
{
    /// <summary>What to know of features and data; one line each, the most important first.</summary>
    /// <param name="features">In what pictures are compared.</param>
    /// <param name="data">The data.</param>
    /// <param name="foreign">What the classifier has not learned from, or null.</param>
    /// <param name="lacksClasses">Whether classes were asked for, and nobody can tell how well they are drawn.</param>
    /// <param name="lacksWords">Whether words were asked for, and nobody can tell how well they are drawn.</param>
    internal static IEnumerable<string> Of(
        IPictureFeatures features, PictureParts data, string? foreign, bool lacksClasses, bool lacksWords)
    {
        if (foreign is not null && features is PictureClassifier { Data.Name: var learned })
            yield return $"The {foreign} is not what the classifier has learned from, {learned} (its SHA-256 is another): classes and " +
                "classifier confidence are left out, and features are those of a classifier that was not made for these pictures. " +
                "train-classifier makes one of this data; --features resnet18 needs none.";
        if (lacksClasses)
            yield return "How well the model draws the classes that it is asked for is measured where the classifier has learned the " +
                "same classes from the data, against its test or training pictures with their labels; here it is left out.";
        if (lacksWords)
            yield return "How well the model draws what words ask for is measured of Fashion-MNIST, in the features of a classifier that " +
                "has learned from it; here it is left out.";
        if (data.Name == PictureParts.Validation)
            yield return "The data has no test pictures; its validation pictures stand for them. Where settings were chosen by these, " +
                "figures are too good.";
        if (data.Name == PictureParts.HeldBack)
            yield return $"The data has no test pictures; every tenth training picture of each class, {data.Others.Count} in all, stands " +
                "for them and does not count as a training picture. The generator and the discriminator may have seen these.";
    }

    /// <summary>What to know of figures of words that a few captions have; one line each.</summary>
    internal static IEnumerable<string> Of(WordComparison words)
    {
        var (captions, heldOut) = (words.Real.All.Captions, words.Real.HeldOut.Captions);
        if (words.Real.Groups.Groups == 0)
            yield return $"There is no Fréchet distance in groups: of {captions} captions no {GroupDistance.Fewest} say the same class " +
                "and word; more of them do, see --count.";
        if (words.Real.Retrieval is null)
            yield return $"There is no R@1 among {Retrieval.Captions} captions: of {captions} captions none has " +
                $"{Retrieval.Captions - 1} others that contradict it.";
        if (heldOut is > 0 and < FewHeldOut)
            yield return $"Only {heldOut} of {captions} captions say a combination that is held out: figures of so few may be chance.";
    }

    /// <summary>With so many a share is known to 5 points, in two of three cases.</summary>
    private const int FewHeldOut = 100;

    /// <summary>What to know of the sets that are compared; one line each, the most important first.</summary>
    /// <param name="features">In what pictures are compared.</param>
    /// <param name="judged">What is judged.</param>
    /// <param name="real">The real pictures that stand beside it.</param>
    /// <param name="reference">What both are compared with.</param>
    internal static IEnumerable<string> Of(
        IPictureFeatures features, EmbeddedPictures judged, EmbeddedPictures real, EmbeddedPictures reference)
    {
        if (real.Count != judged.Count)
            yield return $"There are only {real.Count} real pictures ({real.Name}) to set beside {judged.Count} judged ones. Fréchet " +
                "distance, precision, recall, density and coverage depend on the number of pictures, so the two columns cannot be " +
                $"compared; --count {real.Count} judges as many.";
        foreach (var warning in Equal(judged).Concat(TooFew(features, judged)).Concat(Equal(reference))
            .Concat(TooFew(features, reference)))
            yield return warning;
        var smallest = new[] { judged, real, reference }.MinBy(set => set.Count)!;
        if (smallest.Count > features.Count && FrechetDistance.IsBiased(smallest.Count, features.Count))
            yield return $"The Fréchet distance is biased: {smallest.Count} {smallest.Name} are few for {features.Count} features, so " +
                "that it is too large, for real pictures, too. The kernel distance is not biased, and stands first.";
    }

    private static IEnumerable<string> Equal(EmbeddedPictures set)
    {
        var (different, blank) = Count(set.Pictures);
        if (different == 1)
            yield return $"All {set.Count} {set.Name} are equal: precision and density say only whether one picture looks real; recall " +
                "and coverage say how much of the variety is there.";
        else if (different < set.Count)
            yield return $"Of {set.Count} {set.Name} only {different} differ from each other; the others are copies of these.";
        if (blank > 0)
            yield return $"{(blank == set.Count ? "All" : $"{blank} of")} {set.Count} {set.Name} are blank: every pixel has the same " +
                "brightness. What precision and density say of them means nothing.";
    }

    private static IEnumerable<string> TooFew(IPictureFeatures features, EmbeddedPictures set)
    {
        if (set.Count <= features.Count)
            yield return $"{set.Count} {set.Name} are too few for the Fréchet distance: {features.Count} " +
                "features need more, and thousands for a figure to compare.";
        if (set.Count <= Manifolds.Nearest)
            yield return $"{set.Count} {set.Name} have no {Manifolds.Nearest}th neighbours: there are no precision, recall, density " +
                "and coverage.";
    }

    /// <summary>How many pictures differ from all before them, and how many have one brightness everywhere.</summary>
    private static (int Different, int Blank) Count(NDArray pictures)
    {
        var (seen, blank) = (new HashSet<UInt128>(), 0);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        for (var i = 0; i < pictures.shape[0]; i++)
        {
            var pixels = PictureArrays.Picture(pictures, i).Pixels;
            SHA256.HashData(pixels, hash);
            seen.Add(BitConverter.ToUInt128(hash));
            blank += pixels.AsSpan().ContainsAnyExcept(pixels[0]) ? 0 : 1;
        }

        return (seen.Count, blank);
    }
}
