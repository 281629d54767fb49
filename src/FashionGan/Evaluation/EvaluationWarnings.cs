using System.Security.Cryptography;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Measures;
using FashionGanTf.Evaluation.Pictures;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation;

/// <summary>What a reader has to know before the figures are believed.</summary>
internal static class EvaluationWarnings
{
    /// <summary>One line each, the most important first.</summary>
    /// <param name="foreign">What is not Fashion-MNIST, or null.</param>
    /// <param name="judged">What is judged.</param>
    /// <param name="real">The real pictures that stand beside it.</param>
    /// <param name="reference">What both are compared with.</param>
    /// <param name="asked">Whether classes were asked for.</param>
    /// <param name="byClass">Whether it is told how well they are drawn.</param>
    internal static IEnumerable<string> Of(
        string? foreign, EmbeddedPictures judged, EmbeddedPictures real, EmbeddedPictures reference, bool asked, bool byClass)
    {
        if (foreign is not null)
            yield return $"The {foreign} is not Fashion-MNIST (its SHA-256 is another): classes and classifier confidence are left out, " +
                "and features are those of a classifier of Fashion-MNIST's clothes, which was not made for other pictures.";
        if (asked && !byClass)
            yield return "How well the model draws the classes that it is asked for is measured on Fashion-MNIST alone, against its test " +
                "or training pictures with their labels; here it is left out.";
        if (real.Count != judged.Count)
            yield return $"There are only {real.Count} real pictures ({real.Name}) to set beside {judged.Count} judged ones. Fréchet " +
                "distance, precision, recall, density and coverage depend on the number of pictures, so the two columns cannot be " +
                $"compared; --count {real.Count} judges as many.";
        foreach (var warning in Equal(judged).Concat(TooFew(judged)).Concat(Equal(reference)).Concat(TooFew(reference)))
            yield return warning;
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

    private static IEnumerable<string> TooFew(EmbeddedPictures set)
    {
        if (set.Count <= FashionClassifier.FeatureCount)
            yield return $"{set.Count} {set.Name} are too few for the Fréchet classifier distance: {FashionClassifier.FeatureCount} " +
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
