using BenchmarkDotNet.Attributes;
using Tensorflow;
using Tensorflow.Devices;
using Tensorflow.Devices.Cpu;

namespace FashionGanTf.Benchmarks.Kernels;

/// <summary>What benchmarks of kernels share: the device's calls on one thread, with memory of the device.</summary>
public abstract class KernelBenchmark
{
    private protected static Device Device => Device.Current;

    /// <summary>Kernels are compared core for core.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Work.Threads = 1;
        Prepare();
    }

    /// <summary>Takes memory.</summary>
    protected abstract void Prepare();

    /// <summary>Float32 numbers between -1 and 1.</summary>
    private protected static Storage Numbers(long count)
    {
        var block = Device.Rent(count * sizeof(float));
        Device.RandomUniform(1, 0, block, count, -1, 1);
        return block;
    }

    /// <summary>Float32 numbers between 0 and 1.</summary>
    private protected static Storage Positive(long count)
    {
        var block = Device.Rent(count * sizeof(float));
        Device.RandomUniform(2, 0, block, count, 0, 1);
        return block;
    }

    private protected static unsafe Span<float> Span(Storage block, long count) => new(block.As<float>(), checked((int)count));
}
