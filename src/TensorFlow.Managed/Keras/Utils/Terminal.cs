namespace Tensorflow.Keras.Utils;

/// <summary>Whether somebody watches standard output. Progress that overwrites itself belongs there and nowhere else.</summary>
public static class Terminal
{
    /// <summary>
    /// Variables that a launcher of many processes sets: Open MPI's mpirun, and MPICH's or any other that speaks PMI. They collect their
    /// processes' outputs; Open MPI does so through a terminal of its own, so that no process notices a redirection to a file.
    /// </summary>
    private static readonly string[] s_launchers = ["OMPI_COMM_WORLD_RANK", "PMI_RANK"];

    /// <summary>Whether standard output is a terminal that is this process's own.</summary>
    public static bool IsInteractive =>
        !Console.IsOutputRedirected && s_launchers.All(name => Environment.GetEnvironmentVariable(name) is null);
}
