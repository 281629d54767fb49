using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>sample</c>: how fast pictures are drawn.</summary>
internal static class SampleCommand
{
    internal static Command Make()
    {
        var threads = CommonOptions.Threads();
        var count = NumberOption.Of("--count", "Pictures that are drawn.", 60_000, 1, 10_000_000);
        var atOnce = NumberOption.Of(
            "--at-once", "Pictures that are asked for at once; generate does it in parts of as many as the default.",
            SampleBenchmark.Part, 1, 100_000);
        var (size, channels, json) = (CommonOptions.Size(), CommonOptions.Channels(), CommonOptions.Json());
        var command = new Command("sample",
            "Drawing pictures as generate does: pictures in a second, and the share of the processor's peak.")
            { threads, count, atOnce, size, channels, json };
        command.SetAction(result =>
        {
            JsonFile.RequireWritable(result.GetValue(json));
            var report = SampleBenchmark.Run(
                result.GetValue(count), result.GetValue(atOnce), result.GetValue(threads),
                CommonOptions.Picture(result.GetValue(size), result.GetValue(channels)));
            Console.Write(report.ToText());
            JsonFile.Write(result.GetValue(json), report);
            return ExitCode.Success;
        });
        return command;
    }
}
