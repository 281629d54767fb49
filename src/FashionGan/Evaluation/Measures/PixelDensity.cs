using Tensorflow;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Measures;

/// <summary>
/// How often each brightness occurs, as a smooth curve: a Gaussian kernel density estimate. <see cref="Bandwidth"/> follows Scott's rule,
/// σ n^(-1/5) (Scott, Multivariate Density Estimation, 1992).
/// </summary>
/// <remarks>Two densities are compared with one bandwidth, that of the reference: with a bandwidth each, one and the same distribution
/// would differ from itself where one side has more pictures.</remarks>
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

    /// <summary>The standard deviation of a kernel by Scott's rule.</summary>
    internal double Bandwidth { get; }

    /// <summary>Of pictures' pixels, 0 to 255.</summary>
    /// <param name="pictures">uint8 of any shape with a first axis.</param>
    internal static PixelDensity OfPixels(NDArray pictures)
    {
        const int atATime = 100;
        var counts = new long[256];
        for (var first = 0; first < pictures.shape[0]; first += atATime)
        {
            using var some = pictures[new Slice(first, (int)Math.Min(first + atATime, pictures.shape[0]))];
            foreach (var pixel in some.ToArray<byte>())
                counts[pixel]++;
        }

        return new PixelDensity(Enumerable.Range(0, 256).Select(value => (double)value), counts, LeastBandwidthOfPixels);
    }

    /// <summary>Numbers at equal distances that reach beyond 0 and 255 as far as curves of a bandwidth do.</summary>
    internal static double[] Grid(double bandwidth)
    {
        const int points = 1024;
        var margin = 5 * bandwidth;
        return [.. Enumerable.Range(0, points).Select(i => -margin + i * (255 + 2 * margin) / (points - 1))];
    }

    /// <summary>The density at each point.</summary>
    /// <param name="points">Where.</param>
    /// <param name="bandwidth">The standard deviation of each kernel.</param>
    internal double[] At(double[] points, double bandwidth)
    {
        var scale = 1 / (bandwidth * Math.Sqrt(2 * Math.PI));
        return Array.ConvertAll(points, point =>
        {
            double sum = 0;
            for (var i = 0; i < _values.Length; i++)
            {
                var distance = (point - _values[i]) / bandwidth;
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
