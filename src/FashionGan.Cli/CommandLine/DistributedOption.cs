using System.CommandLine;
using FashionGanTf.Distributed;
using static Tensorflow.Binding;

namespace FashionGanTf.Cli.CommandLine;

/// <summary><c>--distributed</c>: whether the processes that a launcher started share one training.</summary>
internal static class DistributedOption
{
    /// <summary>The option.</summary>
    internal static Option<string?> Make() => ChoiceOption.Of<string?>(
        "--distributed",
        "mpi: all processes that mpirun or srun started share one training; none: each trains alone [default: mpi where there are " +
        "several].",
        ["mpi", "none"], text => text);

    /// <summary>Begins MPI where processes share a training. Only rank 0 then speaks to standard output.</summary>
    /// <param name="choice">What was given, or null.</param>
    /// <returns>The processes; null for this one alone.</returns>
    /// <exception cref="MpiException">There is no MPI library.</exception>
    internal static MpiCommunicator? Open(string? choice)
    {
        var launcher = MpiEnvironment.Launcher();
        if (choice == "none" || (choice is null && launcher == MpiLauncher.None))
            return null;
        var communicator = MpiCommunicator.Open(launcher);
        if (communicator.Rank > 0)
            Console.SetOut(TextWriter.Null);
        return communicator;
    }

    /// <summary>Sets how many threads work in this process.</summary>
    /// <param name="given">What was asked for; null for an equal share of the cores that this process may use.</param>
    /// <param name="communicator">The processes; null for this one alone.</param>
    internal static void SetThreads(int? given, MpiCommunicator? communicator) =>
        tf.config.threading.set_intra_op_parallelism_threads(
            given ?? (communicator is null ? 0 : Math.Max(1, Environment.ProcessorCount / MpiEnvironment.ProcessesHere())));
}
