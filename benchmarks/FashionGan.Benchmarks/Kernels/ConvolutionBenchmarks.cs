using BenchmarkDotNet.Attributes;
using Tensorflow;
using Tensorflow.Devices;
using Tensorflow.Devices.Cpu.Linear;

namespace FashionGanTf.Benchmarks.Kernels;

/// <summary>The convolutions of both networks, all three passes of each; those of the generator run them in another order.</summary>
public class ConvolutionBenchmarks : KernelBenchmark
{
    private const int Batch = 24;

    private ConvolutionShape _shape = null!;
    private Storage _x = null!;
    private Storage _kernel = null!;
    private Storage _y = null!;
    private Storage _scratch = null!;

    /// <summary>Side and channels of the larger pictures, then of the smaller ones; all kernels are 5 x 5.</summary>
    [Params("7 128 - 7 256", "14 64 - 7 128", "28 1 - 14 64",
        "4 512 - 4 512", "8 256 - 4 512", "16 128 - 8 256", "32 64 - 16 128", "64 3 - 32 64")]
    public string Layer { get; set; } = "";

    protected override void Prepare()
    {
        var sides = Array.ConvertAll(Layer.Replace(" - ", " ").Split(' '), int.Parse);
        var stride = sides[0] / sides[2];
        _shape = ConvolutionShape.Of(
            "benchmark", new Shape(Batch, sides[0], sides[0], sides[1]), new Shape(5, 5, sides[1], sides[3]), (stride, stride), "same",
            (1, 1));
        (_x, _kernel, _y) = (Numbers(_shape.Input.size), Numbers(_shape.Kernel.size), Numbers(_shape.Output.size));
        var reference = LinearKernels.All[^1];
        _scratch = Numbers(Math.Max(reference.ForwardScratch(_shape),
            Math.Max(reference.InputGradientScratch(_shape), reference.FilterGradientScratch(_shape))));
    }

    [Benchmark]
    public void Forward() => Device.Conv2D(_x, _kernel, _y, _shape);

    [Benchmark]
    public void InputGradient() => Device.Conv2DBackpropInput(_kernel, _y, _x, _shape);

    [Benchmark]
    public void FilterGradient() => Device.Conv2DBackpropFilter(_x, _y, _kernel, _shape);

    [Benchmark]
    public unsafe void ForwardReference() =>
        LinearKernels.All[^1].Forward(_x.As<float>(), _kernel.As<float>(), _y.As<float>(), _shape, _scratch.As<float>());

    [Benchmark]
    public unsafe void InputGradientReference() =>
        LinearKernels.All[^1].InputGradient(_kernel.As<float>(), _y.As<float>(), _x.As<float>(), _shape, _scratch.As<float>());

    [Benchmark]
    public unsafe void FilterGradientReference() =>
        LinearKernels.All[^1].FilterGradient(_x.As<float>(), _y.As<float>(), _kernel.As<float>(), _shape, _scratch.As<float>());
}
