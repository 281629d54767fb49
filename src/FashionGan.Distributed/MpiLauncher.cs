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

    /// <summary>How many of the processes run on this machine; 1 where the launcher does not say.</summary>
    public static int ProcessesHere() => Number("OMPI_COMM_WORLD_LOCAL_SIZE") ?? Number("MPI_LOCALNRANKS") ?? 1;

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), out var number) ? number : null;
}
