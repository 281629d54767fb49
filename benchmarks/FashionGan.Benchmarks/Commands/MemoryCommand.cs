using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>memory</c>: whether a long training needs more memory as it goes.</summary>
internal static class MemoryCommand
{
    internal static Command Make()
    {
        var (batch, threads, steps) = (CommonOptions.Batch(), CommonOptions.Threads(), CommonOptions.Steps(10_000));
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        var command = new Command("memory", "A long training: its resident memory at the start, after 100 steps of warming up and at the " +
            "end, and its garbage collections.") { batch, threads, steps, data, json };
        command.SetAction(result =>
        {
            JsonFile.RequireWritable(result.GetValue(json));
            var settings = new StepSettings
            {
                Batch = result.GetValue(batch), Threads = result.GetValue(threads), Steps = result.GetValue(steps),
                    Data = result.GetValue(data),
            };
            var report = MemoryBenchmark.Run(settings, Console.Error.WriteLine);
            Console.Write(report.ToText());
            JsonFile.Write(result.GetValue(json), report);
            return ExitCode.Success;
        });
        return command;
    }
}
