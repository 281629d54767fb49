using System.CommandLine;
using FashionGanTf.Distributed;
using static Tensorflow.Binding;

namespace FashionGanTf.Cli.CommandLine;

/// <summary><c>--distributed</c>: whether the processes that a launcher started share one training.</summary>
internal static class DistributedOption
{
    private const double StandardTimeout = 30, LongestTimeout = 24 * 60;

    /// <summary>The option.</summary>
    internal static Option<string?> Make() => ChoiceOption.Of<string?>(
        "--distributed",
        "mpi: all processes that mpirun or srun started share one training; none: each trains alone [default: mpi where there are " +
        "several].",
        ["mpi", "none"], text => text);

    /// <summary>How long a rank waits for another one.</summary>
    internal static Option<double> Timeout() => NumberOption.Of(
        "--rank-timeout",
        "Minutes that a process waits for another one before it ends the training; raise it where rank 0 alone is busy for longer.",
        StandardTimeout, 0.1, LongestTimeout);

    /// <summary>Begins MPI where processes share a training. Only rank 0 then speaks to standard output.</summary>
    /// <param name="choice">What was given, or null.</param>
    /// <returns>The processes; null for this one alone.</returns>
    /// <exception cref="MpiException">There is no MPI library.</exception>
    /// <exception cref="UsageException">Slurm started several processes that know nothing of each other.</exception>
    internal static MpiCommunicator? Open(string? choice)
    {
        var launcher = MpiEnvironment.Launcher();
        if (choice is null && MpiEnvironment.ProcessesWithoutMpi() is > 1 and var processes)
            throw new UsageException($"srun started {processes} processes without MPI: give srun --mpi=pmix to share a training, or " +
                "--distributed none to let each process train alone.");
        if (choice == "none" || (choice is null && launcher == MpiLauncher.None))
            return null;
        var communicator = MpiCommunicator.Open(launcher);
        if (communicator.Rank > 0)
            Console.SetOut(TextWriter.Null);
        return communicator;
    }

    /// <summary>From now on a rank that waits too long for another one says so and ends, and with it the run.</summary>
    /// <param name="mpi">The processes.</param>
    /// <param name="minutes">The longest wait.</param>
    internal static void Watch(MpiCommunicator mpi, double minutes) => mpi.Watch(TimeSpan.FromMinutes(minutes), pause =>
    {
        var other = mpi.Size == 2 ? $"rank {1 - mpi.Rank}" : $"one of the {mpi.Size} ranks, one that does not say this";
        StandardError.Say($"rank {mpi.Rank} has waited {minutes} minutes (--rank-timeout) for {other}: it is stopped, busy or out of " +
            "reach. The run ends; its last checkpoint is good for --resume.");
        // So that every rank that waits has said so before the launcher ends them.
        Thread.Sleep(pause);
        Environment.Exit(ExitCode.Failure);
    });

    /// <summary>Sets how many threads work in this process.</summary>
    /// <param name="given">What was asked for; null for an equal share of the cores that this process may use.</param>
    /// <param name="communicator">The processes; null for this one alone.</param>
    internal static void SetThreads(int? given, MpiCommunicator? communicator) =>
        tf.config.threading.set_intra_op_parallelism_threads(
            given ?? (communicator is null ? 0 : Math.Max(1, Environment.ProcessorCount / MpiEnvironment.ProcessesHere())));
}
