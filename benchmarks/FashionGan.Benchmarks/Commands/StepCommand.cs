using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>step</c>: what a training step takes, and where its time goes.</summary>
internal static class StepCommand
{
    internal static Command Make()
    {
        var (batch, threads, steps) = (CommonOptions.Batch(), CommonOptions.Threads(), CommonOptions.Steps(new StepSettings().Steps));
        var (channels, data, json) = (CommonOptions.Channels(), CommonOptions.Data(), CommonOptions.Json());
        var direct = new Option<bool>("--direct") { Description = "With direct kernels only, which serve every shape." };
        var conditional = new Option<bool>("--conditional") { Description = "Of the GAN with classes." };
        var command =
            new Command("step", "A training step: its time, its share of the processor's peak, its memory, and the time of each operation.")
        {
            batch, threads, steps, direct, conditional, channels, data, json,
        };
        command.SetAction(result =>
        {
            JsonFile.RequireWritable(result.GetValue(json));
            var settings = new StepSettings
            {
                Batch = result.GetValue(batch),
                Threads = result.GetValue(threads),
                Steps = result.GetValue(steps),
                Direct = result.GetValue(direct),
                Conditional = result.GetValue(conditional),
                Channels = result.GetValue(channels),
                Data = result.GetValue(data),
            };
            var report = StepBenchmark.Run(settings);
            Console.Write(report.ToText());
            JsonFile.Write(result.GetValue(json), report);
            return ExitCode.Success;
        });
        return command;
    }
}
