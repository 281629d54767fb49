namespace Tensorflow.Operations;

/// <summary>
/// What part each pixel of a line has in each of the resized line, as a matrix (to, from): TensorFlow 2's rules, which take pixels for
/// little squares (half-pixel centers). Parts sum to 1.
/// </summary>
internal static class ResizeWeights
{
    /// <param name="method"><c>bilinear</c>, <c>bicubic</c> or <c>area</c>.</param>
    /// <param name="from">The line's length.</param>
    /// <param name="to">That of the resized one.</param>
    /// <param name="antialias">Whether a shrinking line's filter grows with the scale; not for <c>area</c>, which covers all
    /// pixels.</param>
    /// <exception cref="ArgumentException">There is no such method.</exception>
    internal static Tensor Of(string method, int from, int to, bool antialias)
    {
        var weights = new float[to * from];
        var scale = (double)from / to;
        var widened = antialias ? Math.Max(1, scale) : 1;
        for (var i = 0; i < to; i++)
        {
            var line = new double[from];
            if (method == "area")
                Area(line, i * scale, (i + 1) * scale);
            else
                Filter(line, Center(method, (i + 0.5) * scale - 0.5, antialias), widened, Kernel(method),
                    clampsAtEdges: !antialias && method == "bilinear");
            var sum = line.Sum();
            for (var j = 0; j < from; j++)
                weights[i * from + j] = (float)(line[j] / sum);
        }

        return Tensor.From<float>(weights, (to, from));
    }

    /// <summary>TensorFlow takes bicubic weights from a table of 1024 places between two pixels.</summary>
    private static double Center(string method, double center, bool antialias) =>
        method == "bicubic" && !antialias ? Math.Floor(center) + Math.Round((center - Math.Floor(center)) * 1024) / 1024 : center;

    private static void Area(double[] line, double begin, double end)
    {
        for (var j = 0; j < line.Length; j++)
            line[j] = Math.Max(0, Math.Min(end, j + 1) - Math.Max(begin, j));
    }

    /// <summary>Pixels beyond an edge count as the one at the edge, or not at all.</summary>
    private static void Filter(double[] line, double center, double width, (double Radius, Func<double, double> Value) kernel,
        bool clampsAtEdges)
    {
        var radius = kernel.Radius * width;
        for (var j = (int)Math.Floor(center - radius); j <= Math.Ceiling(center + radius); j++)
            if (clampsAtEdges || (j >= 0 && j < line.Length))
                line[Math.Clamp(j, 0, line.Length - 1)] += kernel.Value(Math.Abs(j - center) / width);
    }

    private static (double, Func<double, double>) Kernel(string method) => method switch
    {
        "bilinear" => (1, x => Math.Max(0, 1 - x)),
        // Keys (1981) with a = -1/2.
        "bicubic" => (2, x => x < 1 ? (1.5 * x - 2.5) * x * x + 1 : x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0),
        _ => throw new ArgumentException($"resize: the method is bilinear, nearest, bicubic or area, not '{method}'."),
    };
}
