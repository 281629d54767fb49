using BenchmarkDotNet.Attributes;
using Tensorflow;

namespace FashionGanTf.Benchmarks.Kernels;

/// <summary>Adam's update of the generator's largest kernel.</summary>
public class AdamBenchmarks : KernelBenchmark
{
    private const long Count = 100 * 12544;
    private const float Alpha = 2e-4f;
    private const float Gain1 = 0.5f;
    private const float Gain2 = 0.001f;
    private const float Epsilon = 1e-7f;

    private Storage _w = null!;
    private Storage _m = null!;
    private Storage _v = null!;
    private Storage _g = null!;

    protected override void Prepare() => (_w, _m, _v, _g) = (Numbers(Count), Numbers(Count), Positive(Count), Numbers(Count));

    [Benchmark]
    public void Kernel() => Device.Adam(_w, _w, _m, _v, _g, Count, Alpha, Gain1, Gain2, Epsilon);

    [Benchmark(Baseline = true)]
    public void Reference()
    {
        Span<float> w = Span(_w, Count), m = Span(_m, Count), v = Span(_v, Count), g = Span(_g, Count);
        for (var i = 0; i < w.Length; i++)
        {
            m[i] += (g[i] - m[i]) * Gain1;
            v[i] += (g[i] * g[i] - v[i]) * Gain2;
            w[i] -= Alpha * m[i] / (MathF.Sqrt(v[i]) + Epsilon);
        }
    }
}
