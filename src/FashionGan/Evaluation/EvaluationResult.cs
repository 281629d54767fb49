using FashionGanTf.Conditions;
using FashionGanTf.Evaluation.Features;
using FashionGanTf.Evaluation.Measures;
using FashionGanTf.Evaluation.Words;
using FashionGanTf.Imaging;

namespace FashionGanTf.Evaluation;

/// <summary>What was found out about pictures.</summary>
public sealed class EvaluationResult
{
    /// <summary>Where they are from.</summary>
    public required string Source { get; init; }

    /// <summary>The SHA-256 of the pictures' pixels in their order, as <see cref="Datasets.TrainingPictures.Sha256"/> has it.</summary>
    public required string PicturesSha256 { get; init; }

    /// <summary>The SHA-256 of the file of weights that drew them; null for pictures that were there already.</summary>
    public required string? WeightsSha256 { get; init; }

    /// <summary>What the data are called.</summary>
    public required string Data { get; init; }

    /// <summary>In what pictures were compared.</summary>
    public required IPictureFeatures Features { get; init; }

    /// <summary>What the classifier has not learned from, told by its SHA-256, <c>data</c> or <c>reference</c>; null where it has, and
    /// where features are not of a classifier.</summary>
    public required string? Foreign { get; init; }

    /// <summary>The classes that the classifier tells apart; none where they are not those of the data.</summary>
    public required ClassNames Classes { get; init; }

    /// <summary>Where the randomness of the evaluation began.</summary>
    public required int Seed { get; init; }

    /// <summary>What they were compared with: <c>test</c>, <c>validation</c>, <c>held back</c>, <c>train</c>, or a place.</summary>
    public required string Reference { get; init; }

    /// <summary>The same for a reader: <c>test pictures of Fashion-MNIST</c>.</summary>
    public required string ReferenceInWords { get; init; }

    /// <summary>How many pictures that were.</summary>
    public required int ReferencePictures { get; init; }

    /// <summary>Whether a set is so small that its Fréchet distance is mostly an error; the kernel distance then says more.</summary>
    public bool IsFrechetBiased =>
        FrechetDistance.IsBiased(Math.Min(ReferencePictures, Math.Min(Real.Pictures, Judged.Pictures)), Features.Count);

    /// <summary>What a reader has to know before the figures are believed; one line each.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The figures of the pictures.</summary>
    public required SetMeasures Judged { get; init; }

    /// <summary>Those of other real pictures, as many as are judged or all there are: as good as can be.</summary>
    public required SetMeasures Real { get; init; }

    /// <summary>Those of as many pictures of uniform noise: as bad as can be.</summary>
    public required SetMeasures Noise { get; init; }

    /// <summary>How well the classes are drawn that were asked for; null where none were, or it cannot be told.</summary>
    public required ConditionalMeasures? Conditional { get; init; }

    /// <summary>How well pictures are what words ask for; null where nobody asked, or it cannot be told.</summary>
    public required WordComparison? Words { get; init; }

    /// <summary>Memorisation by pixels, of brightness 0 to 1.</summary>
    public required Memorisation PixelMemorisation { get; init; }

    /// <summary>Memorisation by features.</summary>
    public required Memorisation FeatureMemorisation { get; init; }

    /// <summary>Null where there was no discriminator.</summary>
    public required DiscriminatorAccuracy? Discriminator { get; init; }

    /// <summary>Brightness, the reference's density and the pictures'.</summary>
    public required (double[] Brightness, double[] Real, double[] Drawn) Densities { get; init; }

    /// <summary>Some of the pictures.</summary>
    public required Bitmap Samples { get; init; }

    /// <summary>The pictures that are closest to a training picture, each with it at its right: by pixels, then by features.</summary>
    public required Bitmap ClosestPairs { get; init; }
}
