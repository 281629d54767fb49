using FashionGanTf.Evaluation.Measures;
using FashionGanTf.Evaluation.Pictures;

namespace FashionGanTf.Evaluation;

/// <summary>Compares sets of pictures with one reference, of which what is the same for all is computed once.</summary>
internal sealed class Comparison
{
    private readonly EmbeddedPictures _reference;
    private readonly Gaussian _gaussian;
    private readonly float[]? _radii;
    private readonly PixelDensity _pixels;
    private readonly int _seed;
    private readonly bool _hasClasses;
    private readonly CancellationToken _stop;

    /// <summary>Comparisons with a reference.</summary>
    /// <param name="reference">At least two pictures.</param>
    /// <param name="seed">Chooses the subsets of the kernel distance.</param>
    /// <param name="hasClasses">Whether classes are told apart that what is compared has.</param>
    /// <param name="stop">Ends the work early.</param>
    internal Comparison(EmbeddedPictures reference, int seed, bool hasClasses, CancellationToken stop)
    {
        (_reference, _seed, _hasClasses, _stop) = (reference, seed, hasClasses, stop);
        _gaussian = Gaussian.Of(reference.Features);
        _radii = Radii(reference);
        _pixels = PixelDensity.OfPixels(reference.Pictures);
    }

    /// <summary>Compares a set of at least two pictures.</summary>
    internal SetMeasures Of(EmbeddedPictures set)
    {
        var (kernel, deviation) = KernelDistance.OverSubsets(_reference.Features, set.Features, _seed);
        var manifolds = _radii is not null && Radii(set) is { } radii
            ? Manifolds.Compare(_reference.Features, _radii, set.Features, radii, Manifolds.Nearest, _stop)
            : null;
        var (brightness, real, drawn) = Densities(set);
        return new SetMeasures(
            set.Name, set.Count, FrechetDistance.Between(_gaussian, Gaussian.Of(set.Features)), kernel, deviation, manifolds,
            _hasClasses ? ClassHistogram.Of(set.Embedding.Probabilities!) : null, PixelDensity.Overlap(brightness, real, drawn));
    }

    /// <summary>Brightness, the density of the reference's pixels there, and of the set's, both with the bandwidth of the
    /// reference.</summary>
    internal (double[] Brightness, double[] Real, double[] Drawn) Densities(EmbeddedPictures set)
    {
        var brightness = PixelDensity.Grid(_pixels.Bandwidth);
        return (brightness, _pixels.At(brightness, _pixels.Bandwidth),
            PixelDensity.OfPixels(set.Pictures).At(brightness, _pixels.Bandwidth));
    }

    private float[]? Radii(EmbeddedPictures set) =>
        set.Count > Manifolds.Nearest ? NeighbourRadii.Squared(set.Features, Manifolds.Nearest, _stop) : null;
}
