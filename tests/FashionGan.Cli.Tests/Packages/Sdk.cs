using System.Diagnostics;

namespace FashionGanTf.Cli.Tests.Packages;

/// <summary>The <c>dotnet</c> command, run as in a new terminal.</summary>
internal static class Sdk
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs it in a folder and requires that it ends well.</summary>
    /// <returns>Its standard output.</returns>
    internal static string Run(string folder, params string[] arguments) => Run(folder, "dotnet", arguments);

    /// <summary>Runs a program in a folder and requires that it ends well.</summary>
    internal static string Run(string folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        // The tests' own build left settings for its children.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        // Servers that go on after the command's end would hold its outputs open.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = start.Environment["DOTNET_NOLOGO"] = "1";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end within {s_patience}.");
        }

        Assert.AreEqual(0, process.ExitCode, $"{program} {string.Join(' ', arguments)}: {output.Result}{error.Result}");
        return output.Result;
    }
}
