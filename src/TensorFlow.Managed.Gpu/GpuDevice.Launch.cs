using System.Collections.Concurrent;
using System.Reflection;
using ILGPU;
using ILGPU.Runtime;
using Tensorflow.Devices.Gpu.Kernels;

namespace Tensorflow.Devices.Gpu;

/// <content>
/// Kernels are methods; each is compiled when it is first launched. Threads share a kernel's loop, so the number of them is a matter of
/// speed: the simulation, where a thread of a group is one of the computer's, has as few as the kernel allows.
/// </content>
internal sealed partial class GpuDevice
{
    private const int ThreadsOfGroup = 256;

    /// <summary>Threads of a simulated group that waits at barriers.</summary>
    private const int SimulatedThreads = 4;

    private readonly ConcurrentDictionary<Delegate, Delegate> _launchers = new();

    /// <summary>Is told of each kernel before it is first launched.</summary>
    internal Action<MethodInfo>? OnCompile { get; set; }

    /// <summary>For kernels whose threads share a loop over so many elements.</summary>
    private KernelConfig Each(long count) => IsCard
        ? new KernelConfig((int)Math.Min((count + ThreadsOfGroup - 1) / ThreadsOfGroup, 32L * _accelerator.NumMultiprocessors),
            ThreadsOfGroup)
        : new KernelConfig(1, 1);

    /// <summary>For kernels in which a group of threads works together at each of so many places.</summary>
    private KernelConfig Groups(long count) =>
        new((int)Math.Min(count, 1 << 20), IsCard ? ReductionKernels.MostThreads : SimulatedThreads);

    private void Launch<T1, T2, T3>(Action<T1, T2, T3> kernel, KernelConfig config, T1 a1, T2 a2, T3 a3)
        where T1 : struct where T2 : struct where T3 : struct
    {
        using (Send(kernel.Method))
            if (Computes)
                Launcher(kernel, _accelerator.LoadKernel)(_stream, config, a1, a2, a3);
    }

    private void Launch<T1, T2, T3, T4>(Action<T1, T2, T3, T4> kernel, KernelConfig config, T1 a1, T2 a2, T3 a3, T4 a4)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct
    {
        using (Send(kernel.Method))
            if (Computes)
                Launcher(kernel, _accelerator.LoadKernel)(_stream, config, a1, a2, a3, a4);
    }

    private void Launch<T1, T2, T3, T4, T5>(
        Action<T1, T2, T3, T4, T5> kernel, KernelConfig config, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct
    {
        using (Send(kernel.Method))
            if (Computes)
                Launcher(kernel, _accelerator.LoadKernel)(_stream, config, a1, a2, a3, a4, a5);
    }

    private void Launch<T1, T2, T3, T4, T5, T6>(
        Action<T1, T2, T3, T4, T5, T6> kernel, KernelConfig config, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct
    {
        using (Send(kernel.Method))
            if (Computes)
                Launcher(kernel, _accelerator.LoadKernel)(_stream, config, a1, a2, a3, a4, a5, a6);
    }

    private void Launch<T1, T2, T3, T4, T5, T6, T7>(
        Action<T1, T2, T3, T4, T5, T6, T7> kernel, KernelConfig config, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
    {
        using (Send(kernel.Method))
            if (Computes)
                Launcher(kernel, _accelerator.LoadKernel)(_stream, config, a1, a2, a3, a4, a5, a6, a7);
    }

    private void Launch<T1, T2, T3, T4, T5, T6, T7, T8>(
        Action<T1, T2, T3, T4, T5, T6, T7, T8> kernel, KernelConfig config, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        where T8 : struct
    {
        using (Send(kernel.Method))
            if (Computes)
                Launcher(kernel, _accelerator.LoadKernel)(_stream, config, a1, a2, a3, a4, a5, a6, a7, a8);
    }

    private void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        Action<T1, T2, T3, T4, T5, T6, T7, T8, T9> kernel, KernelConfig config, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7, T8 a8,
        T9 a9)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        where T8 : struct where T9 : struct
    {
        using (Send(kernel.Method))
            if (Computes)
                Launcher(kernel, _accelerator.LoadKernel)(_stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9);
    }

    private void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> kernel, KernelConfig config, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7,
        T8 a8, T9 a9, T10 a10)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        where T8 : struct where T9 : struct where T10 : struct
    {
        using (Send(kernel.Method))
            if (Computes)
                Launcher(kernel, _accelerator.LoadKernel)(_stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10);
    }

    private void Launch<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        Action<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> kernel, KernelConfig config, T1 a1, T2 a2, T3 a3, T4 a4, T5 a5, T6 a6, T7 a7,
        T8 a8, T9 a9, T10 a10, T11 a11)
        where T1 : struct where T2 : struct where T3 : struct where T4 : struct where T5 : struct where T6 : struct where T7 : struct
        where T8 : struct where T9 : struct where T10 : struct where T11 : struct
    {
        using (Send(kernel.Method))
            if (Computes)
                Launcher(kernel, _accelerator.LoadKernel)(_stream, config, a1, a2, a3, a4, a5, a6, a7, a8, a9, a10, a11);
    }

    private TLauncher Launcher<TKernel, TLauncher>(TKernel kernel, Func<TKernel, TLauncher> load)
        where TKernel : Delegate
        where TLauncher : Delegate
    {
        if (_launchers.TryGetValue(kernel, out var launcher))
            return (TLauncher)launcher;
        OnCompile?.Invoke(kernel.Method);
        var loaded = load(kernel);
        _launchers[kernel] = loaded;
        return loaded;
    }
}
