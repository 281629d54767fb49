using MathNet.Numerics.LinearAlgebra;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Measures;

/// <summary>
/// The Fréchet distance between the normal distributions of two sets of features: |m₁ - m₂|² + tr(C₁ + C₂ - 2 (C₁ C₂)^½) (Dowson and
/// Landau, 1982; Heusel et al., 2017). It depends on the features: none can be compared with a distance in others, as
/// Inception's.
/// </summary>
internal static class FrechetDistance
{
    /// <summary>
    /// Below so many pictures for each feature the distance is mostly an error, which falls as one over the number of pictures. Measured on
    /// Fashion-MNIST in the 128 features of its classifier: training pictures lie 0.12 from as many test pictures with 10,000 of each,
    /// 0.27 with 5,000, 0.61 with 2,000, 1.36 with 1,000 and 2.75 with 500, where what <c>dcgan</c> draws lies 5.0 away. The
    /// kernel distance of the same sets is 0 within its deviation for each of these numbers.
    /// </summary>
    private const int EnoughForFeature = 40;

    /// <summary>Whether sets are so small that the distance says more of their size than of what they show.</summary>
    /// <param name="pictures">How many there are in the smaller set.</param>
    /// <param name="features">How many numbers describe each.</param>
    internal static bool IsBiased(int pictures, int features) => pictures < EnoughForFeature * features;

    /// <summary>The distance between two sets, 0 for the same.</summary>
    /// <param name="real">float32 (N, D), at least two rows.</param>
    /// <param name="fake">float32 (M, D), at least two rows.</param>
    internal static double Between(NDArray real, NDArray fake) => Between(Gaussian.Of(real), Gaussian.Of(fake));

    /// <summary>The distance between two normal distributions.</summary>
    internal static double Between(Gaussian a, Gaussian b)
    {
        // C₁ C₂ has the eigenvalues of the symmetric C₁^½ C₂ C₁^½, whose are real whatever the rounding.
        var root = SquareRoot(a.Covariance);
        var traceOfRoot = Eigenvalues(root * b.Covariance * root).Sum(value => Math.Sqrt(Math.Max(0, value)));
        var difference = a.Mean - b.Mean;
        return Math.Max(0, difference * difference + a.Covariance.Trace() + b.Covariance.Trace() - 2 * traceOfRoot);
    }

    private static Matrix<double> SquareRoot(Matrix<double> symmetric)
    {
        var parts = symmetric.Evd(Symmetricity.Symmetric);
        var roots = parts.EigenValues.Map(value => Math.Sqrt(Math.Max(0, value.Real)));
        return parts.EigenVectors * Matrix<double>.Build.DiagonalOfDiagonalVector(roots) * parts.EigenVectors.Transpose();
    }

    private static IEnumerable<double> Eigenvalues(Matrix<double> symmetric) =>
        // What rounding made unequal above and below the diagonal is made equal.
        ((symmetric + symmetric.Transpose()) / 2).Evd(Symmetricity.Symmetric).EigenValues.Select(value => value.Real);
}
