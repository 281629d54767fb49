using System.Diagnostics;
using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Distributed;

/// <summary>What happens to processes that share a training.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class RankFaultTests
{
    private static readonly TimeSpan s_soon = TimeSpan.FromSeconds(30);

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    public void ARankThatDiesEndsTheRunAndItGoesOn(int rank)
    {
        var output = Workplace.Folder($"rank {rank} killed");
        using var process = StartLong(output, patience: 1, out var error);
        Process.Start("kill", ["-KILL", $"{MpiRun.ProcessOf(process, rank)}"])!.WaitForExit();
        var clock = Stopwatch.StartNew();
        var rest = process.StandardOutput.ReadToEndAsync();
        var run = ProgramRun.End(process, () => rest.Result, () => error.Result);

        Assert.AreNotEqual(0, run.ExitCode);
        Assert.IsLessThan(s_soon, clock.Elapsed);
        StringAssert.Contains(run.Error + run.Output, $"rank {rank} with PID");
        RequireGoingOn(output);
    }

    [TestMethod]
    public void ARankThatStandsStillEndsTheRunAndItGoesOn()
    {
        var output = Workplace.Folder("a rank stands still");
        using var process = StartLong(output, patience: 1, out var error, "--rank-timeout", "0.5");
        Process.Start("kill", ["-STOP", $"{MpiRun.ProcessOf(process, 1)}"])!.WaitForExit();
        var rest = process.StandardOutput.ReadToEndAsync();
        var run = ProgramRun.End(process, () => rest.Result, () => error.Result);

        Assert.AreEqual(1, run.ExitCode, run.Error);
        StringAssert.Contains(run.Error, "fashion-gan: rank 0 has waited 0.5 minutes (--rank-timeout) for rank 1: ");
        RequireGoingOn(output);
    }

    [TestMethod]
    [DataRow("TERM")]
    [DataRow("INT")]
    public void ASignalToMpirunSavesOnce(string signal)
    {
        var output = Workplace.Folder($"ranks stopped by {signal}");
        using var process = StartLong(output, patience: 15, out var error);
        Process.Start("kill", [$"-{signal}", $"{process.Id}"])!.WaitForExit();
        var rest = process.StandardOutput.ReadToEndAsync();
        var run = ProgramRun.End(process, () => rest.Result, () => error.Result);

        const string said = "fashion-gan: interrupted; the run is saved. Go on with: ";
        StringAssert.Contains(run.Error, said);
        Assert.HasCount(2, run.Error.Split(said), run.Error);
        Workplace.RequireNothingHalfWritten(output);
        RequireGoingOn(output);
    }

    /// <summary>Starts a training of two ranks that does not end, and returns when it has made an epoch.</summary>
    private static Process StartLong(string output, int patience, out Task<string> error, params string[] options)
    {
        var process = MpiRun.StartWithPatience(
            patience, 2, [.. RankTests.Options("", output, epochs: 100_000), "--threads", "1", .. options]);
        error = process.StandardError.ReadToEndAsync();
        while (process.StandardOutput.ReadLine() is { } line && !line.Contains("epoch 1/", StringComparison.Ordinal))
        {
        }

        Assert.IsFalse(process.HasExited, "no epoch came to its end");
        return process;
    }

    /// <summary>The checkpoint is good, and leads to where an unbroken run of one process comes.</summary>
    private static void RequireGoingOn(string output)
    {
        var epochs = File.ReadLines(Path.Combine(output, "run", "history.csv")).Count() + 1;
        var config = Path.Combine(output, "run", "config.json");
        // Other than the run was begun with, so that it ends soon.
        var text = File.ReadAllText(config);
        File.WriteAllText(config, text.Replace("\"epochs\": 100000", $"\"epochs\": {epochs}", StringComparison.Ordinal));
        ProgramRun.Of("train", "--resume", "--out", output).RequireSuccess();
        var unbroken = output + " unbroken";
        ProgramRun.Of(["train", .. RankTests.Options("", unbroken, epochs)]).RequireSuccess();
        RankTests.RequireSame(unbroken, output);
    }
}
