namespace Tensorflow.Summary;

/// <summary>How many numbers of a tensor lie where, in buckets of equal width from the least to the largest, as <c>tf.summary.histogram</c>
/// counts them.</summary>
/// <param name="Least">The least number; 0 of none.</param>
/// <param name="Largest">The largest number.</param>
/// <param name="Sum">Of all numbers.</param>
/// <param name="SumOfSquares">Of all numbers.</param>
/// <param name="Limits">The upper end of each bucket.</param>
/// <param name="Counts">Numbers in each bucket.</param>
internal sealed record HistogramBuckets(double Least, double Largest, double Sum, double SumOfSquares, double[] Limits, double[] Counts)
{
    private const int Buckets = 30;

    /// <summary>Counts numbers; those that are not finite are left out.</summary>
    internal static HistogramBuckets Of(ReadOnlySpan<float> values)
    {
        double least = double.PositiveInfinity, largest = double.NegativeInfinity, sum = 0, squares = 0;
        foreach (var value in values)
            if (float.IsFinite(value))
            {
                (least, largest) = (Math.Min(least, value), Math.Max(largest, value));
                sum += value;
                squares += (double)value * value;
            }

        if (least > largest)
            return new HistogramBuckets(0, 0, 0, 0, [], []);
        // All alike lie in the middle of one of width 1.
        var (start, width) = largest > least ? (least, (largest - least) / Buckets) : (least - 0.5, 1d / Buckets);
        var counts = new double[Buckets];
        foreach (var value in values)
            if (float.IsFinite(value))
                counts[Math.Clamp((int)((value - start) / width), 0, Buckets - 1)]++;
        var limits = Array.ConvertAll([.. Enumerable.Range(1, Buckets)], number => start + number * width);
        limits[^1] = Math.Max(limits[^1], largest);
        return new HistogramBuckets(least, largest, sum, squares, limits, counts);
    }
}
