using ILGPU;
using ILGPU.Runtime;

namespace Tensorflow.Devices.Gpu.Kernels;

/// <summary>Functions of each row of a matrix (rows, length): a thread a row, for rows are short.</summary>
internal static class RowKernels
{
    internal static void Softmax(ArrayView<float> x, ArrayView<float> y, int rows, int length)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var row = Grid.GlobalIndex.X; row < rows; row += stride)
        {
            var first = row * length;
            double largest = Largest(x, first, length), sum = 0;
            for (var i = first; i < first + length; i++)
                sum += Numerics.Exp(x[i] - largest);
            for (var i = first; i < first + length; i++)
                y[i] = (float)(Numerics.Exp(x[i] - largest) / sum);
        }
    }

    internal static void LogSoftmax(ArrayView<float> x, ArrayView<float> y, int rows, int length)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var row = Grid.GlobalIndex.X; row < rows; row += stride)
        {
            var first = row * length;
            double largest = Largest(x, first, length), sum = 0;
            for (var i = first; i < first + length; i++)
                sum += Numerics.Exp(x[i] - largest);
            var log = Numerics.Log(sum);
            for (var i = first; i < first + length; i++)
                y[i] = (float)(x[i] - largest - log);
        }
    }

    /// <summary>y = (x - mean) * rstd * gamma + beta with the row's own mean and rstd, which go to statistics (rows, 2).</summary>
    internal static void Normalize(
        ArrayView<float> x, ArrayView<float> gamma, ArrayView<float> beta, ArrayView<float> y, ArrayView<float> statistics, int rows,
        int length, float epsilon, int hasGamma, int hasBeta)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var row = Grid.GlobalIndex.X; row < rows; row += stride)
        {
            var first = row * length;
            double sum = 0, squares = 0;
            for (var i = 0; i < length; i++)
                sum += x[first + i];
            var mean = (float)(sum / length);
            for (var i = 0; i < length; i++)
            {
                double deviation = x[first + i] - mean;
                squares += deviation * deviation;
            }

            var rstd = (float)(1 / Math.Sqrt(squares / length + epsilon));
            for (var i = 0; i < length; i++)
                y[first + i] = (x[first + i] - mean) * rstd * (hasGamma != 0 ? gamma[i] : 1) + (hasBeta != 0 ? beta[i] : 0);
            statistics[2 * row] = mean;
            statistics[2 * row + 1] = rstd;
        }
    }

    /// <summary>dx = rstd * (g - mean g - z * mean(g * z)) with z = (x - mean) * rstd and g = dy * gamma.</summary>
    internal static void NormalizeGradient(
        ArrayView<float> dy, ArrayView<float> x, ArrayView<float> statistics, ArrayView<float> gamma, ArrayView<float> dx, int rows,
        int length, int hasGamma)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var row = Grid.GlobalIndex.X; row < rows; row += stride)
        {
            var first = row * length;
            var (mean, rstd) = (statistics[2 * row], statistics[2 * row + 1]);
            double sum = 0, along = 0;
            for (var i = 0; i < length; i++)
            {
                double g = dy[first + i] * (hasGamma != 0 ? gamma[i] : 1);
                sum += g;
                along += g * ((x[first + i] - mean) * rstd);
            }

            sum /= length;
            along /= length;
            for (var i = 0; i < length; i++)
            {
                double g = dy[first + i] * (hasGamma != 0 ? gamma[i] : 1);
                dx[first + i] = (float)(rstd * (g - sum - (x[first + i] - mean) * rstd * along));
            }
        }
    }

    /// <summary>dbeta[i] = sum of dy over the rows, dgamma[i] = sum of dy * z; a thread a column.</summary>
    internal static void NormalizeGradientSums(
        ArrayView<float> dy, ArrayView<float> x, ArrayView<float> statistics, ArrayView<float> dgamma, ArrayView<float> dbeta, int rows,
        int length)
    {
        var stride = Grid.DimX * Group.DimX;
        for (var i = Grid.GlobalIndex.X; i < length; i += stride)
        {
            double sum = 0, product = 0;
            for (var row = 0; row < rows; row++)
            {
                double gradient = dy[row * length + i];
                sum += gradient;
                product += gradient * ((x[row * length + i] - statistics[2 * row]) * statistics[2 * row + 1]);
            }

            dgamma[i] = (float)product;
            dbeta[i] = (float)sum;
        }
    }

    private static float Largest(ArrayView<float> x, int first, int length)
    {
        var largest = x[first];
        for (var i = first + 1; i < first + length; i++)
            largest = x[i] > largest ? x[i] : largest;
        return largest;
    }
}
