using System.Globalization;
using FashionGanTf.Imaging.Charts;

namespace FashionGanTf.Plots;

/// <summary>The plot <c>stats_graph</c>: how often pixels of real and of synthetic pictures have which intensity,
/// and what both have in common.</summary>
public static class StatsGraph
{
    /// <summary>The files' name without its ending.</summary>
    public const string Name = "stats_graph";

    /// <summary>The plot of two densities.</summary>
    /// <param name="intensities">Where they were taken, rising.</param>
    /// <param name="real">The density of real pixels at each.</param>
    /// <param name="synthetic">The density of synthetic pixels at each.</param>
    /// <param name="overlap">The area that both have in common, from 0 to 1.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static Chart Of(IReadOnlyList<double> intensities, IReadOnlyList<double> real, IReadOnlyList<double> synthetic, double overlap)
    {
        if (real.Count != intensities.Count || synthetic.Count != intensities.Count)
            throw new ArgumentException($"There are {intensities.Count} intensities, {real.Count} densities of real pixels and " +
                $"{synthetic.Count} of synthetic ones; they must be as many.");
        var both = string.Create(CultureInfo.InvariantCulture, $"overlap {overlap:0.000}");
        return new Chart("Pixel intensities of real and synthetic pictures", "pixel intensity", [new Panel("density",
        [
            new Series("real", intensities, real, Palette.Blue, SeriesStyle.Filled),
            new Series("synthetic", intensities, synthetic, Palette.Vermillion, SeriesStyle.Filled),
            new Series(both, intensities, [.. real.Zip(synthetic, Math.Min)], Palette.Green, SeriesStyle.Area),
        ])]);
    }
}
