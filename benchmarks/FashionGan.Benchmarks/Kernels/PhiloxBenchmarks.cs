using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using Tensorflow;
using Tensorflow.Devices.Cpu;

namespace FashionGanTf.Benchmarks.Kernels;

/// <summary>Random numbers, as many as the discriminator's larger dropout takes at batch 128.</summary>
public class PhiloxBenchmarks : KernelBenchmark
{
    private const long Count = 128 * 14 * 14 * 64;

    private Storage _y = null!;

    protected override void Prepare() => _y = Numbers(Count);

    [Benchmark]
    public void Bits() => Device.RandomBits(1, 0, _y, Count);

    [Benchmark(Baseline = true)]
    public void BitsReference() => Philox.Reference(1, 0, MemoryMarshal.Cast<float, uint>(Span(_y, Count)));

    [Benchmark]
    public void Uniform() => Device.RandomUniform(1, 0, _y, Count, 0, 1);

    [Benchmark]
    public void Normal() => Device.RandomNormal(1, 0, _y, Count, 0, 1);
}
