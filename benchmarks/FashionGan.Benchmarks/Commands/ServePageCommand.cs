using System.CommandLine;
using FashionGanTf.Benchmarks.Measuring;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Benchmarks.Commands;

/// <summary><c>serve-page</c>: how fast the studio's page is in a browser.</summary>
internal static class ServePageCommand
{
    internal static Command Make()
    {
        var url = CommonOptions.Url("the weights that ship");
        var visits = NumberOption.Of("--visits", "How often the page is opened.", 9, 1, 1000);
        var json = CommonOptions.Json();
        var command = new Command("serve-page",
            "The studio's page in Chromium: when the first picture is seen, and what frames take while sliders move.")
        {
            url, visits, json,
        };
        command.SetAction(result =>
        {
            JsonFile.RequireWritable(result.GetValue(json));
            var report = PageBenchmark.Run(CommonOptions.Address(result.GetValue(url)), result.GetValue(visits)).GetAwaiter().GetResult();
            Console.Write(report.ToText());
            JsonFile.Write(result.GetValue(json), report);
            return ExitCode.Success;
        });
        return command;
    }
}
