using System.Globalization;
using MathNet.Numerics.Distributions;

namespace FashionGanTf.Studies;

/// <summary>
/// How much one way is better than another, by the differences d_1 ... d_k of pairs that have all else in common: their mean, and a
/// 95 % interval around it by Student's t, mean ± t(0.975; k - 1) s / sqrt(k), where s^2 = sum (d_i - mean)^2 / (k - 1).
/// </summary>
/// <param name="Mean">The mean difference.</param>
/// <param name="HalfWidth">How far the interval reaches to each side.</param>
public sealed record PairedInterval(double Mean, double HalfWidth)
{
    private const double Quantile = 0.975;

    /// <summary>Whether the interval leaves 0 out, on either side.</summary>
    public bool IsClear => Math.Abs(Mean) > HalfWidth;

    /// <summary>The interval of b - a.</summary>
    /// <param name="a">A value for each pair.</param>
    /// <param name="b">Its partner's, in the same order.</param>
    /// <exception cref="ArgumentException">There are fewer than two pairs, or some have no partner.</exception>
    public static PairedInterval Of(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        if (a.Count != b.Count || a.Count < 2)
            throw new ArgumentException($"An interval needs two pairs at least; there are {a.Count} values and {b.Count}.");
        var differences = b.Zip(a, (more, less) => more - less).ToList();
        var mean = differences.Average();
        var deviation = Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / (a.Count - 1));
        return new PairedInterval(mean, StudentT.InvCDF(0, 1, a.Count - 1, Quantile) * deviation / Math.Sqrt(a.Count));
    }

    /// <summary>In hundredths: <c>+1.2 ± 0.8</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{100 * Mean:+0.0;-0.0;0.0} ± {100 * HalfWidth:0.0}");
}
