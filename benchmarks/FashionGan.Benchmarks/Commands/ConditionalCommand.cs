using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>conditional</c>: what classes and texts cost.</summary>
internal static class ConditionalCommand
{
    internal static Command Make()
    {
        var (batch, threads, steps, json) =
            (CommonOptions.Batch(), CommonOptions.Threads(), CommonOptions.Steps(new StepSettings().Steps), CommonOptions.Json());
        var command = new Command("conditional",
            "A training step and drawing of the GANs with classes and with texts, beside those of the one without.")
            { batch, threads, steps, json };
        command.SetAction(result =>
        {
            JsonFile.RequireWritable(result.GetValue(json));
            var report = ConditionalBenchmark.Run(result.GetValue(batch), result.GetValue(threads), result.GetValue(steps));
            Console.Write(report.ToText());
            JsonFile.Write(result.GetValue(json), report);
            return ExitCode.Success;
        });
        return command;
    }
}
