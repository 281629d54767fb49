using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>packing</c>: how fast photographs become pictures to train on.</summary>
internal static class PackingCommand
{
    internal static Command Make()
    {
        var threads = CommonOptions.Threads();
        var count = NumberOption.Of("--count", "Pictures that are prepared.", 1000, 64, 10_000_000);
        var rounds = NumberOption.Of("--rounds", "How often one thread and all take turns.", 3, 1, 1000);
        var json = CommonOptions.Json();
        var command = new Command("packing", "Decoding JPEG pictures of 400 x 533, making them 64 x 64 in colour and writing them to a " +
            "packed file, on one thread and on several; then opening that file, as a second training does.")
        { threads, count, rounds, json };
        command.SetAction(result =>
        {
            JsonFile.RequireWritable(result.GetValue(json));
            var report = PackingBenchmark.Run(result.GetValue(count), result.GetValue(threads), result.GetValue(rounds));
            Console.Write(report.ToText());
            JsonFile.Write(result.GetValue(json), report);
            return ExitCode.Success;
        });
        return command;
    }
}
