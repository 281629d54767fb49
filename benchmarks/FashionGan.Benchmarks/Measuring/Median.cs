namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>The middle of some numbers.</summary>
internal static class Median
{
    /// <summary>The middle one, or the mean of the middle two.</summary>
    internal static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
