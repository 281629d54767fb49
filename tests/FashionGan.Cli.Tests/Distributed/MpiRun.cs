using System.Diagnostics;
using System.Globalization;
using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Distributed;

/// <summary>The program in several processes that mpirun starts. Where there is no mpirun, its tests say that they were skipped.</summary>
internal static class MpiRun
{
    /// <summary>Debian's names, where both are installed, and those of others.</summary>
    private static readonly string[] s_openMpi = ["mpirun.openmpi", "mpirun"], s_mpich = ["mpirun.mpich", "mpiexec.hydra"];

    /// <summary>Trains in so many processes to the end.</summary>
    internal static ProgramRun Train(int ranks, params string[] options) => End(Start(ranks, options));

    /// <summary>The same over MPICH.</summary>
    internal static ProgramRun TrainOverMpich(int ranks, params string[] options) =>
        End(Start([Find(s_mpich, "MPICH", "mpich"), "-n", $"{ranks}", .. Program(options)]));

    /// <summary>Starts a training in so many processes.</summary>
    internal static Process Start(int ranks, params string[] options) => Start([.. Launcher(), "-n", $"{ranks}", .. Program(options)]);

    /// <summary>Starts one that mpirun, once it is asked to end, gives so many seconds to save in, after as many of waiting.</summary>
    internal static Process StartWithPatience(int seconds, int ranks, params string[] options) =>
        Start([.. Launcher(), "--mca", "odls_base_sigkill_timeout", $"{seconds}", "-n", $"{ranks}", .. Program(options)]);

    /// <summary>Starts two processes with options of their own.</summary>
    internal static Process Start(string[] first, string[] second) =>
        Start([.. Launcher(), "-n", "1", .. Program(first), ":", "-n", "1", .. Program(second)]);

    /// <summary>Waits for the end.</summary>
    internal static ProgramRun End(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using (process)
            return ProgramRun.End(process, () => output.Result, () => error.Result);
    }

    /// <summary>The process of a rank of this launcher.</summary>
    internal static int ProcessOf(Process launcher, int rank)
    {
        foreach (var child in Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, out _)))
        {
            try
            {
                if (File.ReadAllText($"/proc/{child}/stat").Split(')')[^1].Split(' ')[2] == $"{launcher.Id}"
                    && File.ReadAllText($"/proc/{child}/environ").Split('\0').Contains($"OMPI_COMM_WORLD_RANK={rank}"))
                    return int.Parse(child!, CultureInfo.InvariantCulture);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // It ended meanwhile, or is another user's.
            }
        }

        throw new AssertFailedException($"rank {rank} does not run");
    }

    /// <summary>Open MPI's mpirun.</summary>
    /// <exception cref="AssertInconclusiveException">There is none.</exception>
    internal static string OpenMpi() => Find(s_openMpi, "Open MPI", "openmpi-bin");

    /// <summary>Ranks that wait let others run: a busy machine would lose its time with waiting.</summary>
    private static string[] Launcher() =>
        [OpenMpi(), "--oversubscribe", "--bind-to", "none", "--mca", "mpi_yield_when_idle", "1"];

    private static string[] Program(string[] options) =>
        ["dotnet", Path.Combine(AppContext.BaseDirectory, "fashion-gan.dll"), "train", .. options];

    private static string Find(string[] names, string library, string package)
    {
        foreach (var name in names)
            foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'))
                if (Path.Combine(folder, name) is var path && File.Exists(path) && IsOf(path, library))
                    return path;
        throw new AssertInconclusiveException($"{library} is not installed; Debian's package {package} has it.");
    }

    private static bool IsOf(string path, string library)
    {
        using var process = Process.Start(new ProcessStartInfo(path, ["--version"])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var text = process.StandardOutput.ReadToEnd();
        return text.Contains(library == "MPICH" ? "HYDRA" : library, StringComparison.Ordinal);
    }

    private static Process Start(string[] line)
    {
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["OMPI_ALLOW_RUN_AS_ROOT"] = start.Environment["OMPI_ALLOW_RUN_AS_ROOT_CONFIRM"] = "1";
        return Process.Start(start)!;
    }
}
