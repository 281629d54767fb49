namespace FashionGanTf.Evaluation.Measures;

/// <summary>
/// Whether pictures are copies of training pictures: how near they lie to them, beside how near test pictures do, which nobody copied
/// (Meehan, Chaudhuri, Dasgupta: A Non-Parametric Test to Detect Data-Copying in Generative Models, 2020).
/// </summary>
/// <param name="MeanDistance">From a picture to the nearest training picture.</param>
/// <param name="TestMeanDistance">From a test picture to the nearest training picture.</param>
/// <param name="Copies">Pictures at distance 0.</param>
/// <param name="ShareVeryClose">The share that is closer than 99 % of the test pictures are; 0.01 where nothing is copied.</param>
/// <param name="ShareCloser">How often a picture is closer than a test picture, ties counted half; 0.5 where nothing is copied.</param>
/// <param name="PValue">How likely so large a <paramref name="ShareCloser"/> is by chance, were they drawn as the test pictures were (Mann
/// and Whitney, one-sided).</param>
public sealed record Memorisation(
    double MeanDistance, double TestMeanDistance, int Copies, double ShareVeryClose, double ShareCloser, double PValue)
{
    private const double VeryClose = 0.01;

    /// <summary>Compares distances to the nearest training picture.</summary>
    /// <param name="distances">Of the pictures.</param>
    /// <param name="testDistances">Of test pictures.</param>
    internal static Memorisation Of(double[] distances, double[] testDistances)
    {
        var threshold = testDistances.Order().ElementAt((int)(VeryClose * testDistances.Length));
        var ranks = RankTest.Smaller(distances, testDistances);
        return new Memorisation(
            distances.Average(), testDistances.Average(), distances.Count(distance => distance == 0),
            (double)distances.Count(distance => distance < threshold) / distances.Length, ranks.ShareSmaller, ranks.PValue);
    }
}
