using FashionGanTf.Evaluation.Pictures;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Measures;

/// <summary>How pictures of one class compare with the reference's pictures of that class.</summary>
/// <param name="Pictures">How many there are.</param>
/// <param name="Frechet">The Fréchet distance in the classifier's features; null for fewer than two pictures.</param>
/// <param name="Recall">The share of the reference's pictures that lie among these; null where a set has no fifth neighbour.</param>
public sealed record ClassMeasures(int Pictures, double? Frechet, double? Recall)
{
    /// <summary>Compares each class of a set with the same class of a reference.</summary>
    /// <param name="reference">What is compared with.</param>
    /// <param name="referenceLabels">Its classes.</param>
    /// <param name="set">What is compared.</param>
    /// <param name="labels">Its classes, or those that were asked for.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="stop">Ends the comparison early.</param>
    internal static IReadOnlyList<ClassMeasures> Of(
        EmbeddedPictures reference, byte[] referenceLabels, EmbeddedPictures set, byte[] labels, int classes, CancellationToken stop) =>
        [.. Enumerable.Range(0, classes).Select(label =>
            Of(PictureArrays.OfClass(reference.Features, referenceLabels, label),
            PictureArrays.OfClass(set.Features, labels, label), stop))];

    private static ClassMeasures Of(NDArray reference, NDArray set, CancellationToken stop)
    {
        var count = (int)set.shape[0];
        double? frechet = Math.Min(count, reference.shape[0]) < 2 ? null
            : FrechetDistance.Between(Gaussian.Of(reference), Gaussian.Of(set));
        double? recall = Math.Min(count, reference.shape[0]) <= Manifolds.Nearest ? null
            : Manifolds.Compare(reference, Radii(reference), set, Radii(set), Manifolds.Nearest, stop).Recall;
        return new ClassMeasures(count, frechet, recall);

        float[] Radii(Vectors vectors) => NeighbourRadii.Squared(vectors, Manifolds.Nearest, stop);
    }
}
