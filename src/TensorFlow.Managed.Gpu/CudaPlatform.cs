using System.Runtime.InteropServices;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.CPU;
using ILGPU.Runtime.Cuda;

namespace Tensorflow.Devices.Gpu;

/// <summary>The machine's NVIDIA cards.</summary>
internal sealed class CudaPlatform : GpuPlatform
{
    private static readonly string s_driver = OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";

    private readonly Lock _lock = new();
    private readonly Dictionary<int, GpuDevice> _open = [];
    private Context? _context;

    /// <summary>A card that ILGPU simulates on the processor: for tests, and far slower than the processor itself.</summary>
    internal static GpuDevice Simulated()
    {
        var context = Context.Create(builder => builder.EnableAlgorithms().CPU(CPUDeviceKind.Nvidia));
        return new GpuDevice("GPU:0", context, context.GetCPUDevice(0).CreateCPUAccelerator(context, CPUAcceleratorMode.Parallel));
    }

    internal override IReadOnlyList<string> Cards()
    {
        var names = new List<string>();
        lock (_lock)
            foreach (var card in Usable().GetCudaDevices())
                names.Add(card.Name);
        return names;
    }

    internal override Device Open(int number)
    {
        lock (_lock)
        {
            if (_open.TryGetValue(number, out var device))
                return device;
            var cards = Usable().GetCudaDevices();
            if (number >= cards.Count)
                throw new RuntimeError(
                    $"There is no GPU:{number}: the driver shows {cards.Count} {(cards.Count == 1 ? "card" : "cards")}, " +
                    $"counted from GPU:0.");
            try
            {
                var card = cards[number].CreateCudaAccelerator(_context!);
                return _open[number] = new GpuDevice($"GPU:{number}", _context!, card);
            }
            catch (CudaException error)
            {
                throw new RuntimeError($"GPU:{number} ({cards[number].Name}) cannot be used: {error.Message}", error);
            }
        }
    }

    private Context Usable()
    {
        if (_context is not null)
            return _context;
        if (!NativeLibrary.TryLoad(s_driver, out var driver))
            throw new RuntimeError($"There is no GPU: NVIDIA's driver, {s_driver}, is not installed. Use --device cpu, or install it.");
        UseDriver(driver);
        try
        {
            var context = Context.Create(builder => builder.EnableAlgorithms().Cuda());
            if (context.GetCudaDevices().Count == 0)
            {
                context.Dispose();
                throw new RuntimeError("There is no GPU: NVIDIA's driver is installed, but shows no card that it can use.");
            }

            return _context = context;
        }
        catch (Exception error) when (error is CudaException or NotSupportedException or DllNotFoundException)
        {
            throw new RuntimeError($"NVIDIA's driver cannot be used: {error.Message} A newer driver may help.", error);
        }
    }

    /// <summary>ILGPU asks for libcuda.so, which only developers' machines have.</summary>
    private static void UseDriver(nint driver)
    {
        try
        {
            NativeLibrary.SetDllImportResolver(typeof(CudaDevice).Assembly, (name, _, _) => name is "cuda" or "nvcuda" ? driver : 0);
        }
        catch (InvalidOperationException)
        {
            // Somebody has set one already; it knows better.
        }
    }
}
