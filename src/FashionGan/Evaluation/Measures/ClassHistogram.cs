using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Measures;

/// <summary>Which classes pictures belong to, as the classifier names them.</summary>
/// <param name="Shares">The share of each class.</param>
/// <param name="DistanceFromUniform">Half the sum of what the shares differ from equal ones: 0 for equal shares, 1 - 1/classes for one
/// class only.</param>
/// <param name="Confidence">The mean probability of the class that is named.</param>
public sealed record ClassHistogram(double[] Shares, double DistanceFromUniform, double Confidence)
{
    /// <summary>Counts.</summary>
    /// <param name="probabilities">float32 (N, classes).</param>
    internal static ClassHistogram Of(NDArray probabilities)
    {
        var (values, classes) = (probabilities.ToArray<float>(), (int)probabilities.shape[1]);
        var (counts, count) = (new int[classes], values.Length / classes);
        double confidence = 0;
        for (var i = 0; i < count; i++)
        {
            var row = values.AsSpan(i * classes, classes);
            var named = 0;
            for (var c = 1; c < classes; c++)
                if (row[c] > row[named])
                    named = c;
            counts[named]++;
            confidence += row[named];
        }

        var shares = Array.ConvertAll(counts, number => (double)number / count);
        return new ClassHistogram(shares, shares.Sum(share => Math.Abs(share - 1.0 / classes)) / 2, confidence / count);
    }
}
