namespace FashionGanTf.Evaluation.Measures;

/// <summary>What one set of pictures measures against the reference.</summary>
/// <param name="Name">What they are.</param>
/// <param name="Pictures">How many.</param>
/// <param name="Frechet">The Fréchet distance in the features.</param>
/// <param name="Kernel">The unbiased kernel distance, mean over subsets.</param>
/// <param name="KernelDeviation">Its standard deviation over subsets.</param>
/// <param name="Manifolds">Precision, recall, density, coverage; null where a set has no fifth neighbour.</param>
/// <param name="Classes">What the classifier takes them for; null where it does not know the data's classes.</param>
/// <param name="PixelOverlap">How far the density of their pixels is the reference's, 0 to 1.</param>
public sealed record SetMeasures(
    string Name, int Pictures, double Frechet, double Kernel, double KernelDeviation, Manifolds? Manifolds, ClassHistogram? Classes,
    double PixelOverlap);
