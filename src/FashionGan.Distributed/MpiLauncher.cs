using System.Globalization;

namespace FashionGanTf.Distributed;

/// <summary>Who started this process and its likes.</summary>
public enum MpiLauncher
{
    /// <summary>Nobody whom this program knows.</summary>
    None,

    /// <summary>Open MPI's <c>mpirun</c>.</summary>
    OpenMpi,

    /// <summary>MPICH's, or another one that speaks its protocol PMI, as Slurm's <c>srun --mpi=pmi2</c>.</summary>
    Mpich,

    /// <summary>One that speaks PMIx, as <c>srun --mpi=pmix</c>, which either library may be behind.</summary>
    Pmix,
}

/// <summary>Finds out who started this process.</summary>
public static class MpiEnvironment
{
    /// <summary>By what launchers set in the environment of several processes; a single one trains alone.</summary>
    public static MpiLauncher Launcher() =>
        Number("OMPI_COMM_WORLD_SIZE") is { } size ? size > 1 ? MpiLauncher.OpenMpi : MpiLauncher.None
        : Number("PMI_SIZE") is { } pmi ? pmi > 1 ? MpiLauncher.Mpich : MpiLauncher.None
        : Number("PMIX_RANK") is not null && Number("SLURM_NTASKS") is > 1 ? MpiLauncher.Pmix
        : MpiLauncher.None;

    /// <summary>How many processes Slurm's <c>srun</c> started without MPI; 1 where it did not.</summary>
    public static int ProcessesWithoutMpi() =>
        (Number("OMPI_COMM_WORLD_SIZE") ?? Number("PMI_SIZE") ?? Number("PMIX_RANK")) is null ? Number("SLURM_STEP_NUM_TASKS") ?? 1 : 1;

    /// <summary>How many of the processes share this process's cores; 1 where the launcher does not say, or gave each its own.</summary>
    public static int ProcessesHere() =>
        Number("OMPI_COMM_WORLD_LOCAL_SIZE") ?? Number("MPI_LOCALNRANKS") ?? (
            Number("SLURM_CPUS_ON_NODE") > Environment.ProcessorCount ? 1
            : TasksOfNode(Environment.GetEnvironmentVariable("SLURM_STEP_TASKS_PER_NODE"), Number("SLURM_NODEID") ?? 0));

    /// <summary>How many of Slurm's tasks are on a node.</summary>
    /// <param name="tasks">The numbers of all nodes, as <c>2(x3),1</c> for 2, 2, 2 and 1.</param>
    /// <param name="node">The node's number, from 0.</param>
    internal static int TasksOfNode(string? tasks, int node)
    {
        foreach (var part in (tasks ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            var (count, times) = part.Split("(x") is [var some, var often]
                ? (int.Parse(some, CultureInfo.InvariantCulture), int.Parse(often.TrimEnd(')'), CultureInfo.InvariantCulture))
                : (int.Parse(part, CultureInfo.InvariantCulture), 1);
            if (node < times)
                return count;
            node -= times;
        }

        return 1;
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;
}
