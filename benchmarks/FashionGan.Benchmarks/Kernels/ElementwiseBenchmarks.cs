using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using Tensorflow;
using Tensorflow.Devices;

namespace FashionGanTf.Benchmarks.Kernels;

/// <summary>Functions of each element, over the discriminator's largest activations at batch 128.
/// A result that waits for its reader is asked for.</summary>
public class ElementwiseBenchmarks : KernelBenchmark
{
    private const long Count = 128 * 14 * 14 * 64;
    private const float Slope = 0.3f;

    private Storage _a = null!;
    private Storage _b = null!;
    private Storage _y = null!;
    private Broadcast _plan = null!;

    protected override void Prepare()
    {
        (_a, _b, _y) = (Numbers(Count), Numbers(Count), Numbers(Count));
        _plan = Broadcast.Plan(Count, Count, Count);
    }

    [Benchmark]
    public void Add()
    {
        Device.Binary(BinaryFunction.Add, TF_DataType.TF_FLOAT, _a, _b, _y, _plan);
        _y.Settle();
    }

    [Benchmark]
    public void AddTensorPrimitives() => TensorPrimitives.Add<float>(Span(_a, Count), Span(_b, Count), Span(_y, Count));

    [Benchmark]
    public void AddReference()
    {
        Span<float> a = Span(_a, Count), b = Span(_b, Count), y = Span(_y, Count);
        for (var i = 0; i < y.Length; i++)
            y[i] = a[i] + b[i];
    }

    [Benchmark]
    public void Tanh()
    {
        Device.Unary(UnaryFunction.Tanh, TF_DataType.TF_FLOAT, _a, _y, Count);
        _y.Settle();
    }

    [Benchmark]
    public void TanhTensorPrimitives() => TensorPrimitives.Tanh<float>(Span(_a, Count), Span(_y, Count));

    [Benchmark]
    public void TanhReference()
    {
        Span<float> a = Span(_a, Count), y = Span(_y, Count);
        for (var i = 0; i < y.Length; i++)
            y[i] = MathF.Tanh(a[i]);
    }

    [Benchmark]
    public void LeakyRelu()
    {
        Device.LeakyRelu(TF_DataType.TF_FLOAT, _a, _y, Count, Slope);
        _y.Settle();
    }

    [Benchmark]
    public void LeakyReluReference()
    {
        Span<float> a = Span(_a, Count), y = Span(_y, Count);
        for (var i = 0; i < y.Length; i++)
            y[i] = a[i] > 0 ? a[i] : Slope * a[i];
    }

    [Benchmark]
    public void LeakyReluGradient()
    {
        Device.LeakyReluGradient(TF_DataType.TF_FLOAT, _b, _a, _y, Count, Slope);
        _y.Settle();
    }

    [Benchmark]
    public void LeakyReluGradientReference()
    {
        Span<float> a = Span(_a, Count), b = Span(_b, Count), y = Span(_y, Count);
        for (var i = 0; i < y.Length; i++)
            y[i] = a[i] > 0 ? b[i] : Slope * b[i];
    }
}
