using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>walk</c>: what many pictures cost a training besides its steps.</summary>
internal static class WalkCommand
{
    internal static Command Make()
    {
        var count = NumberOption.Of("--count", "Pictures in the packed file.", 3000, 64, 10_000_000);
        var batch = CommonOptions.Batch();
        var json = CommonOptions.Json();
        var command = new Command("walk", "An epoch over made pictures of 64 x 64 in colour in a packed file, shuffled and in batches, " +
            "without a training step: resident memory, and pictures in a second.") { count, batch, json };
        command.SetAction(result =>
        {
            JsonFile.RequireWritable(result.GetValue(json));
            var report = WalkBenchmark.Run(result.GetValue(count), result.GetValue(batch));
            Console.Write(report.ToText());
            JsonFile.Write(result.GetValue(json), report);
            return ExitCode.Success;
        });
        return command;
    }
}
