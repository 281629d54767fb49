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
