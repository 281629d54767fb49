using System.CommandLine;
using System.Runtime.InteropServices;
using FashionGanTf.Benchmarks.Commands;
using FashionGanTf.Cli.CommandLine;

var root =
    new RootCommand("Measures FashionGan: a training step, its memory, how it grows, sampling, the studio under load and its page, " +
        "pictures on their way in, and single kernels.")
{
    StepCommand.Make(), ConditionalCommand.Make(), MemoryCommand.Make(), ScaleCommand.Make(), ScaleOutCommand.Make(), SampleCommand.Make(),
    ServeLoadCommand.Make(), ServePageCommand.Make(), PackingCommand.Make(), WalkCommand.Make(),
    ConvolutionCommand.Make(), KernelsCommand.Make(),
};
// A measurement that is interrupted has no result to save.
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => End(ExitCode.Interrupted));
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => End(ExitCode.Terminated));
var parsed = UsageError.Parse(root, args);
try
{
    UsageError.RequireNone(parsed);
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (UsageException error)
{
    StandardError.Say($"{error.Message} See --help.");
    return ExitCode.Usage;
}
catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or ArgumentException)
{
    StandardError.Say(error.Message);
    return ExitCode.Failure;
}
catch (OutOfMemoryException)
{
    StandardError.Say(Application.NotEnoughMemory);
    return ExitCode.Failure;
}

static void End(int exitCode)
{
    StandardError.Say("interrupted.");
    Environment.Exit(exitCode);
}
