using MathNet.Numerics.Distributions;

namespace FashionGanTf.Evaluation.Measures;

/// <summary>Whether the numbers of one sample tend to be smaller than another's: Mann and Whitney's test, which asks for ranks
/// only.</summary>
/// <param name="ShareSmaller">How often a number of the first is smaller than one of the second, ties counted half; 0.5 where nothing tells
/// them apart.</param>
/// <param name="PValue">How likely a share as large is by chance when both come from one distribution: normal approximation with ties,
/// one-sided.</param>
internal sealed record RankTest(double ShareSmaller, double PValue)
{
    internal static RankTest Smaller(double[] first, double[] second)
    {
        double n = first.Length, m = second.Length;
        var all = first.Select(value => (Value: value, IsFirst: true)).Concat(second.Select(value => (Value: value, IsFirst: false)))
            .OrderBy(item => item.Value).ToArray();
        double rankSum = 0, ties = 0;
        for (var start = 0; start < all.Length;)
        {
            var end = start;
            var ofFirst = 0;
            for (; end < all.Length && all[end].Value == all[start].Value; end++)
                ofFirst += all[end].IsFirst ? 1 : 0;
            // Equal numbers share the mean of their ranks, start + 1 to end.
            rankSum += ofFirst * (start + 1 + end) / 2.0;
            double equal = end - start;
            ties += equal * equal * equal - equal;
            start = end;
        }

        // Of all n m pairs, those in which the first's is the larger.
        var larger = rankSum - n * (n + 1) / 2;
        var smaller = n * m - larger;
        var deviation = Math.Sqrt(n * m / 12 * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
        var p = deviation > 0 ? Normal.CDF(0, 1, -(smaller - n * m / 2) / deviation) : 1;
        return new RankTest(smaller / (n * m), p);
    }
}
