namespace FashionGanTf.Evaluation.Measures;

/// <summary>
/// How well two sets of features cover each other. Around each vector lies a ball that reaches to the k-th nearest of its own set
/// (Kynkäänniemi et al., Improved Precision and Recall Metric, 2019; Naeem et al., Reliable Fidelity and Diversity Metrics, 2020).
/// </summary>
/// <param name="Precision">The share of fakes that lie in the ball of any real picture.</param>
/// <param name="Recall">The share of real pictures that lie in the ball of any fake.</param>
/// <param name="Density">In how many balls of real pictures a fake lies, divided by k; real pictures have 1 on average.</param>
/// <param name="Coverage">The share of real pictures with a fake in their ball.</param>
public sealed record Manifolds(double Precision, double Recall, double Density, double Coverage)
{
    /// <summary>The neighbour that a ball reaches to.</summary>
    public const int Nearest = 5;

    /// <summary>Compares two sets.</summary>
    /// <param name="real">N vectors of D numbers.</param>
    /// <param name="realRadii">Their squared <see cref="NeighbourRadii"/>.</param>
    /// <param name="fake">M vectors of D numbers.</param>
    /// <param name="fakeRadii">Theirs.</param>
    /// <param name="k">The neighbour that the radii reach to.</param>
    /// <param name="stop">Ends the comparison early.</param>
    internal static Manifolds Compare(Vectors real, float[] realRadii, Vectors fake, float[] fakeRadii, int k, CancellationToken stop)
    {
        var balls = new int[fakeRadii.Length];
        // Several threads may set one of these; they all set it to true.
        var (isRecalled, isCovered) = (new bool[realRadii.Length], new bool[realRadii.Length]);
        DistanceBlocks.Walk(fake, real, (row, firstColumn, squared) =>
        {
            var own = fakeRadii[row];
            var inside = 0;
            for (var j = 0; j < squared.Length; j++)
            {
                if (squared[j] < realRadii[firstColumn + j])
                {
                    inside++;
                    isCovered[firstColumn + j] = true;
                }

                if (squared[j] < own)
                    isRecalled[firstColumn + j] = true;
            }

            balls[row] += inside;
        }, stop);
        return new Manifolds(
            Share(balls, count => count > 0), Share(isRecalled, yes => yes), balls.Average() / k, Share(isCovered, yes => yes));
    }

    private static double Share<T>(T[] items, Func<T, bool> counts) => (double)items.Count(counts) / items.Length;
}
