using System.Diagnostics;

namespace FashionGanTf.Benchmarks.Measuring;

/// <summary>What the system says of this process.</summary>
internal static class ProcessMemory
{
    /// <summary>Bytes of memory that it has now.</summary>
    internal static long Resident
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.WorkingSet64;
        }
    }

    /// <summary>The most it had.</summary>
    internal static long Peak
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64;
        }
    }
}
