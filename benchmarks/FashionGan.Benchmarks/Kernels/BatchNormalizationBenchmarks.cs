using BenchmarkDotNet.Attributes;
using Tensorflow;

namespace FashionGanTf.Benchmarks.Kernels;

/// <summary>Batch normalisation of the generator's 14 x 14 maps of 64 channels at batch 128.
/// A result that waits for its reader is asked for.</summary>
public class BatchNormalizationBenchmarks : KernelBenchmark
{
    private const int Rows = 128 * 14 * 14;
    private const int Channels = 64;
    private const float Epsilon = 1e-3f;

    private Storage _x = null!;
    private Storage _y = null!;
    private Storage _dy = null!;
    private Storage _mean = null!;
    private Storage _variance = null!;
    private Storage _gamma = null!;
    private Storage _dgamma = null!;
    private Storage _dbeta = null!;

    protected override void Prepare()
    {
        (_x, _y, _dy) = (Numbers((long)Rows * Channels), Numbers((long)Rows * Channels), Numbers((long)Rows * Channels));
        (_mean, _variance, _gamma, _dgamma, _dbeta) =
            (Numbers(Channels), Positive(Channels), Numbers(Channels), Numbers(Channels), Numbers(Channels));
    }

    [Benchmark]
    public void Forward()
    {
        Device.ColumnStatistics(_x, _mean, _variance, Rows, Channels);
        Device.NormalizeColumns(_x, _mean, _variance, _gamma, null, _y, Rows, Channels, Epsilon);
        _y.Settle();
    }

    /// <summary>Two passes for the statistics, as their accuracy needs, and one to normalise.</summary>
    [Benchmark]
    public void ForwardReference()
    {
        Span<float> x = Span(_x, (long)Rows * Channels), y = Span(_y, (long)Rows * Channels), gamma = Span(_gamma, Channels);
        Span<float> mean = Span(_mean, Channels), variance = Span(_variance, Channels);
        mean.Clear();
        variance.Clear();
        for (var i = 0; i < x.Length; i++)
            mean[i % Channels] += x[i] / Rows;
        for (var i = 0; i < x.Length; i++)
            variance[i % Channels] += (x[i] - mean[i % Channels]) * (x[i] - mean[i % Channels]) / Rows;
        for (var i = 0; i < x.Length; i++)
            y[i] = (x[i] - mean[i % Channels]) * gamma[i % Channels] / MathF.Sqrt(variance[i % Channels] + Epsilon);
    }

    [Benchmark]
    public void Gradient()
    {
        Device.NormalizeColumnsGradient(_dy, _x, _mean, _variance, _gamma, _y, _dgamma, _dbeta, Rows, Channels, Epsilon);
        _y.Settle();
    }

    [Benchmark]
    public void GradientReference()
    {
        Span<float> x = Span(_x, (long)Rows * Channels), dy = Span(_dy, (long)Rows * Channels), dx = Span(_y, (long)Rows * Channels),
            gamma = Span(_gamma, Channels);
        Span<float> mean = Span(_mean, Channels), variance = Span(_variance, Channels), dgamma = Span(_dgamma, Channels),
            dbeta = Span(_dbeta, Channels);
        dgamma.Clear();
        dbeta.Clear();
        for (var i = 0; i < x.Length; i++)
        {
            dbeta[i % Channels] += dy[i];
            dgamma[i % Channels] += dy[i] * (x[i] - mean[i % Channels]) / MathF.Sqrt(variance[i % Channels] + Epsilon);
        }

        for (var i = 0; i < x.Length; i++)
        {
            var channel = i % Channels;
            var rstd = 1 / MathF.Sqrt(variance[channel] + Epsilon);
            dx[i] = gamma[channel] * rstd * (dy[i] - dbeta[channel] / Rows - (x[i] - mean[channel]) * rstd * dgamma[channel] / Rows);
        }
    }
}
