using System.Runtime.InteropServices;

namespace Tensorflow.Devices.Cpu;

/// <summary>
/// Memory for large blocks. Kernels that walk many planes at once touch a page for each; with pages of 2 MiB, where Linux gives them to who
/// asks, far fewer translations of addresses are needed.
/// </summary>
internal static unsafe partial class LargePages
{
    private const int Page = 2 << 20, HugePageAdvice = 14;

    /// <summary>New memory, 64-byte aligned or better.</summary>
    internal static nint Allocate(long bytes)
    {
        if (bytes < Page || !OperatingSystem.IsLinux())
            return (nint)NativeMemory.AlignedAlloc((nuint)bytes, 64);
        var block = (nint)NativeMemory.AlignedAlloc((nuint)bytes, Page);
        // Only advice: where it is not taken, ordinary pages serve. They do for what is left at the end, of which a large page would waste
        // one MiB on average.
        _ = Advise(block, (nuint)(bytes / Page * Page), HugePageAdvice);
        return block;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Advise(nint address, nuint length, int advice);
}
