namespace FashionGanTf.Evaluation.Measures;

/// <summary>
/// How often each brightness occurs, as a smooth curve: a Gaussian kernel density estimate whose bandwidth follows Scott's rule, σ n^(-1/5)
/// (Scott, Multivariate Density Estimation, 1992).
/// </summary>
internal sealed class PixelDensity
{
    /// <summary>Half a step of brightness: what rounding to bytes has hidden anyway, and enough for pictures that are all of one
    /// brightness.</summary>
    private const double LeastBandwidthOfPixels = 0.5;

    private readonly double[] _values;
    private readonly double[] _weights;

    /// <summary>The density of values of which each occurs so often.</summary>
    /// <param name="values">The values.</param>
    /// <param name="counts">How often each occurs; at least twice in all.</param>
    /// <param name="leastBandwidth">What the bandwidth does not fall below.</param>
    internal PixelDensity(IEnumerable<double> values, IEnumerable<long> counts, double leastBandwidth = 0)
    {
        var occurring = values.Zip(counts).Where(item => item.Second > 0).ToArray();
        double total = occurring.Sum(item => item.Second);
        _values = Array.ConvertAll(occurring, item => item.First);
        _weights = Array.ConvertAll(occurring, item => item.Second / total);
        var mean = _values.Zip(_weights, (value, weight) => value * weight).Sum();
        var variance = _values.Zip(_weights, (value, weight) => (value - mean) * (value - mean) * weight).Sum() * total / (total - 1);
        Bandwidth = Math.Max(leastBandwidth, Math.Sqrt(variance) * Math.Pow(total, -0.2));
    }

    /// <summary>The standard deviation of each kernel.</summary>
    internal double Bandwidth { get; }

    /// <summary>Of pictures' pixels, 0 to 255.</summary>
    internal static PixelDensity OfPixels(ReadOnlySpan<byte> pixels)
    {
        var counts = new long[256];
        foreach (var pixel in pixels)
            counts[pixel]++;
        return new PixelDensity(Enumerable.Range(0, 256).Select(value => (double)value), counts, LeastBandwidthOfPixels);
    }

    /// <summary>Numbers at equal distances that reach beyond 0 and 255 as far as the curves do.</summary>
    internal static double[] Grid(PixelDensity a, PixelDensity b)
    {
        const int points = 1024;
        var margin = 5 * Math.Max(a.Bandwidth, b.Bandwidth);
        return [.. Enumerable.Range(0, points).Select(i => -margin + i * (255 + 2 * margin) / (points - 1))];
    }

    /// <summary>The density at each point.</summary>
    internal double[] At(double[] points)
    {
        var scale = 1 / (Bandwidth * Math.Sqrt(2 * Math.PI));
        return Array.ConvertAll(points, point =>
        {
            double sum = 0;
            for (var i = 0; i < _values.Length; i++)
            {
                var distance = (point - _values[i]) / Bandwidth;
                sum += _weights[i] * Math.Exp(-distance * distance / 2);
            }

            return sum * scale;
        });
    }

    /// <summary>The area under both of two densities, by the trapezoid rule: 1 where they are the same, 0 where they never meet.</summary>
    internal static double Overlap(double[] points, double[] a, double[] b)
    {
        double area = 0;
        for (var i = 1; i < points.Length; i++)
            area += (points[i] - points[i - 1]) * (Math.Min(a[i - 1], b[i - 1]) + Math.Min(a[i], b[i])) / 2;
        return Math.Clamp(area, 0, 1);
    }
}
