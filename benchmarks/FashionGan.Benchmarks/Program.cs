using System.CommandLine;
using FashionGanTf.Benchmarks.Commands;
using FashionGanTf.Cli.CommandLine;

var root = new RootCommand("Measures FashionGan: a training step, its memory, how it grows, sampling, the studio under load, and single kernels.")
{
    StepCommand.Make(), MemoryCommand.Make(), ScaleCommand.Make(), SampleCommand.Make(), ServeLoadCommand.Make(), KernelsCommand.Make(),
};
var parsed = root.Parse(args);
try
{
    if (parsed.Errors.Count > 0)
        throw new UsageException(parsed.Errors[0].Message);
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
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
