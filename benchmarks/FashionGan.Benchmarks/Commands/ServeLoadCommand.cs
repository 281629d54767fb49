using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>serve-load</c>: how a studio bears load.</summary>
internal static class ServeLoadCommand
{
    internal static Command Make()
    {
        var url = CommonOptions.Url("fresh weights");
        var clients = NumberOption.Of("--clients", "Clients that ask at once.", 64, 1, 1000);
        var seconds = NumberOption.Of("--seconds", "For how long they ask; one alone asks a sixth of it before.", 60, 1, 86_400);
        var images = NumberOption.Of("--images", "Pictures in a request.", 16, 1, 256);
        var format = new Option<string>("--format")
            { Description = "The form that the pictures come in.", HelpName = "raw|json|sheet|zip", DefaultValueFactory = _ => "raw" };
        format.AcceptOnlyFromAmong("raw", "json", "sheet", "zip");
        var json = CommonOptions.Json();
        var command = new Command("serve-load",
            "The studio under load: requests and pictures in a second, latency, memory, and the share of what is drawn without a server.")
        {
            url, clients, seconds, images, format, json,
        };
        command.SetAction(result =>
        {
            JsonFile.RequireWritable(result.GetValue(json));
            var report = LoadBenchmark.Run(CommonOptions.Address(result.GetValue(url)), result.GetValue(clients),
                TimeSpan.FromSeconds(result.GetValue(seconds)), result.GetValue(images), result.GetValue(format)!);
            Console.Write(report.ToText());
            JsonFile.Write(result.GetValue(json), report);
            return ExitCode.Success;
        });
        return command;
    }
}
