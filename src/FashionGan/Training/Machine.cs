using System.Runtime.InteropServices;

namespace FashionGanTf.Training;

/// <summary>What a run ran on.</summary>
/// <param name="System">The operating system, with its version.</param>
/// <param name="Architecture">The instruction set, as <c>X64</c>.</param>
/// <param name="Processor">The processor's name; the architecture where the system does not say.</param>
/// <param name="Cores">Processors that the program may use.</param>
public sealed record Machine(string System, string Architecture, string Processor, int Cores)
{
    /// <summary>This one.</summary>
    public static Machine This { get; } = new(
        RuntimeInformation.OSDescription, RuntimeInformation.ProcessArchitecture.ToString(), ProcessorName(), Environment.ProcessorCount);

    private static string ProcessorName()
    {
        var name = OperatingSystem.IsLinux() ? FromCpuInfo() : Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER");
        return string.IsNullOrWhiteSpace(name) ? RuntimeInformation.ProcessArchitecture.ToString() : name.Trim();
    }

    private static string? FromCpuInfo()
    {
        try
        {
            return File.ReadLines("/proc/cpuinfo")
                .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[^1];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // A name is not worth a run.
            return null;
        }
    }
}
