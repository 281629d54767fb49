using BenchmarkDotNet.Attributes;
using Tensorflow;
using Tensorflow.Devices;
using Tensorflow.Devices.Cpu.Linear;

namespace FashionGanTf.Benchmarks.Kernels;

/// <summary>Matrix products: the generator's first layer, a square one, and the discriminator's last layer.</summary>
public class MatMulBenchmarks : KernelBenchmark
{
    private MatMulShape _shape;
    private Storage _a = null!;
    private Storage _b = null!;
    private Storage _y = null!;

    /// <summary>Rows of a, columns of a, columns of b.</summary>
    [Params("128 x 100 x 12544", "512 x 512 x 512", "128 x 6272 x 1")]
    public string Sizes { get; set; } = "";

    protected override void Prepare()
    {
        var sizes = Array.ConvertAll(Sizes.Split(" x "), int.Parse);
        _shape = new MatMulShape(1, sizes[0], sizes[2], sizes[1], false, false);
        (_a, _b, _y) = (Numbers((long)_shape.M * _shape.K), Numbers((long)_shape.K * _shape.N), Numbers((long)_shape.M * _shape.N));
    }

    [Benchmark]
    public void Kernel() => Device.MatMul(_a, _b, _y, _shape);

    [Benchmark(Baseline = true)]
    public unsafe void Reference() => LinearKernels.All[^1].MatMul(_a.As<float>(), _b.As<float>(), _y.As<float>(), _shape);
}
