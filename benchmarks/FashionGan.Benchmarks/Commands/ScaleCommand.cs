using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>scale</c>: the step at other batches, widths and numbers of threads.</summary>
internal static class ScaleCommand
{
    internal static Command Make()
    {
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        var command = new Command("scale", "The step with batches from 32 to 512 and width x1, x2, x4, each on one thread and on two.")
            { data, json };
        command.SetAction(result =>
        {
            JsonFile.RequireWritable(result.GetValue(json));
            var report = ScaleBenchmark.Run(result.GetValue(data), Console.Error.WriteLine);
            Console.Write(report.ToText());
            JsonFile.Write(result.GetValue(json), report);
            return ExitCode.Success;
        });
        return command;
    }
}
