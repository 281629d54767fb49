using System.Numerics.Tensors;
using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Tensorflow.NumPy;

namespace FashionGanTf.Evaluation.Measures;

/// <summary>The normal distribution that a set of feature vectors suggests.</summary>
/// <param name="Mean">(D).</param>
/// <param name="Covariance">(D, D), of the sample: divided by N - 1.</param>
internal sealed record Gaussian(Vector<double> Mean, Matrix<double> Covariance)
{
    // A product that is cut among threads might add in another order.
    static Gaussian() => Control.UseSingleThread();

    /// <summary>Mean and covariance, summed in double precision.</summary>
    /// <param name="features">float32 (N, D), at least two rows.</param>
    internal static Gaussian Of(NDArray features)
    {
        Vectors vectors = features;
        var (count, width) = (vectors.Count, vectors.Width);
        var (mean, row) = (new double[width], new double[width]);
        vectors.ForEach((_, values) =>
        {
            TensorPrimitives.ConvertChecked(values, row);
            TensorPrimitives.Add(mean, row, mean);
        });
        TensorPrimitives.Divide(mean, count, mean);

        var products = new double[width * width];
        vectors.ForEach((_, values) =>
        {
            TensorPrimitives.ConvertChecked(values, row);
            TensorPrimitives.Subtract(row, mean, row);
            // The upper triangle; the other half is the same.
            for (var j = 0; j < width; j++)
            {
                var sums = products.AsSpan(j * width + j, width - j);
                TensorPrimitives.MultiplyAdd(row.AsSpan(j), row[j], sums, sums);
            }
        });

        var covariance =
            Matrix<double>.Build.Dense(width, width, (i, j) => products[Math.Min(i, j) * width + Math.Max(i, j)] / (count - 1));
        return new Gaussian(Vector<double>.Build.Dense(mean), covariance);
    }
}
