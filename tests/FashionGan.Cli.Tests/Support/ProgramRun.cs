using System.Diagnostics;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Cli.Tests.Support;

/// <summary>The built program, run as people run it.</summary>
/// <param name="ExitCode">What it told the shell.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Error)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>What the program says that it is called by, when tests call it.</summary>
    internal static string Program => Invocation.Words("dotnet", AppContext.BaseDirectory, Path.GetTempPath(), null);

    /// <summary>Runs it to its end.</summary>
    internal static ProgramRun Of(params string[] arguments)
    {
        using var process = Start(arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        return End(process, () => output.Result, () => error.Result);
    }

    /// <summary>Starts it; both its outputs are pipes.</summary>
    internal static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "fashion-gan.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        return Process.Start(start)!;
    }

    /// <summary>Starts it from a line of a shell, which has the program's command line as its own arguments.</summary>
    internal static Process StartShell(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "bash", ["-c", script, "bash", "dotnet", Path.Combine(AppContext.BaseDirectory, "fashion-gan.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        // The runtime's doubly mapped code counts as a file of gigabytes, which no limit on files lets pass.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
        return Process.Start(start)!;
    }

    /// <summary>Waits for its end.</summary>
    internal static ProgramRun End(Process process, Func<string> output, Func<string> error)
    {
        if (!process.WaitForExit(s_patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The program did not end within {s_patience}.");
        }

        return new ProgramRun(process.ExitCode, output(), error());
    }

    /// <summary>Requires that it failed with one line that says this.</summary>
    internal void RequireFailure(int exitCode, string complaint)
    {
        Assert.AreEqual(exitCode, ExitCode, Error + Output);
        StringAssert.StartsWith(Error, "fashion-gan: ");
        StringAssert.Contains(Error, complaint);
        Assert.AreEqual(Error.Length - 1, Error.IndexOf('\n', StringComparison.Ordinal), $"not one line: {Error}");
        Assert.IsFalse(Error.Contains("   at ", StringComparison.Ordinal), Error);
    }

    /// <summary>Requires that it ended well and complained of nothing.</summary>
    internal ProgramRun RequireSuccess()
    {
        Assert.AreEqual((0, ""), (ExitCode, Error), Output);
        return this;
    }
}
