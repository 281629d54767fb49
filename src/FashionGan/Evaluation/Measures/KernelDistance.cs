using System.Buffers;
using Tensorflow;
using Tensorflow.NumPy;
using static Tensorflow.Binding;

namespace FashionGanTf.Evaluation.Measures;

/// <summary>
/// The unbiased squared maximum mean discrepancy with the kernel (x·y / D + 1)³ (Bińkowski et al., Demystifying MMD GANs, 2018): 0 on
/// average for two sets of one distribution, so that it may fall below 0.
/// </summary>
internal static class KernelDistance
{
    /// <summary>Pictures in a subset, where there are twice as many; else half of the smaller set, so that subsets differ.</summary>
    internal const int SubsetSize = 1000;

    /// <summary>Pairs of subsets.</summary>
    internal const int Subsets = 50;

    /// <summary>The distance between two sets.</summary>
    /// <param name="real">float32 (N, D), at least two rows.</param>
    /// <param name="fake">float32 (M, D), at least two rows.</param>
    internal static double Unbiased(NDArray real, NDArray fake)
    {
        double n = real.shape[0], m = fake.shape[0];
        return Kernels(real, real, isOneSet: true) / (n * (n - 1)) + Kernels(fake, fake, isOneSet: true) / (m * (m - 1))
            - 2 * Kernels(real, fake, isOneSet: false) / (n * m);
    }

    /// <summary>Mean and standard deviation over random subsets of both sets.</summary>
    /// <param name="real">float32 (N, D), at least two rows.</param>
    /// <param name="fake">float32 (M, D), at least two rows.</param>
    /// <param name="seed">Chooses the subsets.</param>
    internal static (double Mean, double Deviation) OverSubsets(NDArray real, NDArray fake, int seed)
    {
        var size = (int)Math.Clamp(Math.Min(real.shape[0], fake.shape[0]) / 2, 2, SubsetSize);
        var random = tf.random.Generator.from_seed(seed);
        var distances = new double[Subsets];
        for (var i = 0; i < Subsets; i++)
        {
            using var realSubset = Subset(real, size, random);
            using var fakeSubset = Subset(fake, size, random);
            distances[i] = Unbiased(realSubset, fakeSubset);
        }

        var mean = distances.Average();
        return (mean, Math.Sqrt(distances.Sum(distance => (distance - mean) * (distance - mean)) / Subsets));
    }

    /// <summary>The sum of the kernel over all pairs; of one set without the pairs of a row with itself.</summary>
    private static double Kernels(NDArray rows, NDArray columns, bool isOneSet)
    {
        using var scope = TensorScope.Begin();
        var (count, width, others) = ((int)rows.shape[0], rows.shape[1], (int)columns.shape[0]);
        // Memory that stays, for what is needed a hundred times.
        var products = ArrayPool<float>.Shared.Rent(count * others);
        tf.matmul(rows, columns, transpose_b: true).CopyTo(products.AsSpan(0, count * others));
        var sums = new double[count];
        Parallel.For(0, count, Threads.Options, i =>
        {
            double sum = 0;
            for (var j = 0; j < others; j++)
            {
                var value = (double)products[i * others + j] / width + 1;
                sum += isOneSet && i == j ? 0 : value * value * value;
            }

            sums[i] = sum;
        });
        ArrayPool<float>.Shared.Return(products);
        return sums.Sum();
    }

    /// <summary>Rows that are drawn without putting any back: the beginning of Fisher and Yates' shuffle.</summary>
    private static NDArray Subset(NDArray features, int size, PhiloxGenerator random)
    {
        var places = Enumerable.Range(0, (int)features.shape[0]).ToArray();
        using var scope = TensorScope.Begin();
        var draws = random.uniform(size).ToArray<float>();
        for (var i = 0; i < size; i++)
        {
            var other = i + Math.Min((int)(draws[i] * (places.Length - i)), places.Length - i - 1);
            (places[i], places[other]) = (places[other], places[i]);
        }

        return features[np.array(places[..size])];
    }
}
