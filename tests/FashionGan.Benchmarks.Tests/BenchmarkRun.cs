using System.Diagnostics;
using System.Text.Json;
using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Benchmarks.Tests;

/// <summary>The built program, run as people run it, on a data set of a few pictures.</summary>
/// <param name="ExitCode">What it told the shell.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
/// <param name="Json">What it wrote to --json; undefined when it wrote nothing.</param>
internal sealed record BenchmarkRun(int ExitCode, string Output, string Error, JsonElement Json)
{
    /// <summary>Runs a command to its end.</summary>
    /// <param name="command">The command and its options.</param>
    /// <param name="trains">Whether it takes --data.</param>
    /// <param name="result">The name of the JSON file; none for the folder that it would be in.</param>
    internal static BenchmarkRun Of(string command, bool trains = true, string result = "result.json")
    {
        var folder = Directory.CreateTempSubdirectory("benchmark-").FullName;
        try
        {
            TinyDataset.Write(folder);
            var json = Path.Combine(folder, result);
            string[] places = trains ? ["--data", folder, "--json", json] : ["--json", json];
            using var process = Process.Start(new ProcessStartInfo(
                "dotnet", [Path.Combine(AppContext.BaseDirectory, "FashionGan.Benchmarks.dll"), .. command.Split(' '), .. places])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            process.WaitForExit();
            return new BenchmarkRun(process.ExitCode, output.Result, error.Result,
                File.Exists(json) ? JsonDocument.Parse(File.ReadAllText(json)).RootElement : default);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A number of the JSON.</summary>
    internal double Number(string name) => Json.GetProperty(name).GetDouble();
}
