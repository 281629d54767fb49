namespace Tensorflow.Devices.Gpu;

/// <summary>What is told of everything that is sent to a card: for measuring.</summary>
internal interface IGpuListener
{
    /// <summary>It is about to be sent.</summary>
    void Begin(GpuWork work, string name);

    /// <summary>It was sent; what reads was also waited for.</summary>
    void End(GpuWork work, string name);
}

/// <summary>Kinds of work.</summary>
internal enum GpuWork
{
    Kernel, Product, Write, Read, Copy, Allocation,
}
