using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Imaging;
using FashionGanTf.Training;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>step</c>: what a training step takes, and where its time goes.</summary>
internal static class StepCommand
{
    internal static Command Make()
    {
        var (batch, threads, steps) = (CommonOptions.Batch(), CommonOptions.Threads(), CommonOptions.Steps(new StepSettings().Steps));
        var (width, size, channels) = (CommonOptions.Width(), CommonOptions.Size(), CommonOptions.Channels());
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        var direct = new Option<bool>("--direct") { Description = "With direct kernels only, which serve every shape." };
        var conditional = new Option<bool>("--conditional") { Description = "Of the GAN with classes." };
        var game = new TrainingLine(
            "--network", "--attention", "--loss", "--r1", "--r2", "--gradient-penalty", "--penalty-every", "--diffaugment");
        var command =
            new Command("step", "A training step: its time, its share of the processor's peak, its memory, and the time of each operation.")
        {
            batch, threads, steps, direct, conditional, width, size, channels, data, json,
        };
        foreach (var option in game.Options)
            command.Add(option);
        command.SetAction(result =>
        {
            JsonFile.RequireWritable(result.GetValue(json));
            var picture = CommonOptions.Picture(result.GetValue(size), result.GetValue(channels));
            if (picture != PictureShape.FashionMnist && (result.GetValue(data) is not null || result.GetValue(conditional)))
                throw new UsageException(
                    $"Pictures of {picture} are made, without classes; neither --data nor --conditional goes with them.");
            var options = game.Read(result, new TrainingOptions());
            if (options.Contradiction() is { } contradiction)
                throw new UsageException(contradiction);
            var settings = new StepSettings
            {
                Batch = result.GetValue(batch),
                Threads = result.GetValue(threads),
                Steps = result.GetValue(steps),
                Direct = result.GetValue(direct),
                Conditional = result.GetValue(conditional),
                Width = result.GetValue(width),
                Picture = picture,
                Game = options,
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
