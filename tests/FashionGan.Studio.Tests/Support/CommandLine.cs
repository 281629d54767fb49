using System.Diagnostics;

namespace FashionGanTf.Studio.Tests.Support;

/// <summary>The program, run by a shell as people run what the page shows.</summary>
internal static class CommandLine
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a line that begins with <c>fashion-gan</c> in a folder, and requires that it ends well.</summary>
    internal static void Run(string line, string folder)
    {
        Directory.CreateDirectory(folder);
        var program = Path.Combine(AppContext.BaseDirectory, "fashion-gan.dll");
        var start = new ProcessStartInfo("bash", ["-c", $"fashion-gan() {{ dotnet '{program}' \"$@\"; }}; {line}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{line}' did not end within {s_patience}.");
        }

        Assert.AreEqual(0, process.ExitCode, $"{line}\n{output.Result}{error.Result}");
    }
}
