using System.Diagnostics;
using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Display;

/// <summary>What a terminal shows; <c>script</c> gives the program one.</summary>
[TestClass]
[OSCondition(OperatingSystems.Linux)]
public class TerminalTests
{
    private const char Escape = (char)27;

    [TestMethod]
    public void ATerminalSaysWhatBeginsAndThenRenewsItsLines()
    {
        var text = Train("live", launcher: null);
        StringAssert.StartsWith(text, "Training on 40 pictures, 2 steps of 16 an epoch (8 pictures are left out, others each time), " +
            $"1 epoch; writing to {Workplace.Folder("live/samples")} and {Workplace.Folder("live/run")}.\r\n");
        Assert.IsTrue(text.Contains(Escape), "lines renew themselves");
        Assert.IsFalse(text.Contains($"{Escape}[0A", StringComparison.Ordinal), "terminals move up by 1 then, and write over what began");
        StringAssert.Contains(text, "epoch 1/1  ");
        StringAssert.Contains(text, $"\r\nSee it in a browser: {ProgramRun.Program} serve --run {Workplace.Folder("live")}\r\n");
    }

    /// <summary>Open MPI's mpirun gives each process a terminal, and writes what comes out of it to a file.</summary>
    [TestMethod]
    [DataRow("OMPI_COMM_WORLD_RANK")]
    [DataRow("PMI_RANK")]
    public void UnderALauncherOfManyProcessesLinesArePlain(string launcher)
    {
        var text = Train(launcher, launcher);
        StringAssert.StartsWith(text, "Training on 40 pictures");
        StringAssert.Contains(text, "\nepoch 1/1  ");
        Assert.IsFalse(text.Contains(Escape), text);
    }

    private static string Train(string folder, string? launcher)
    {
        var line = $"dotnet {Path.Combine(AppContext.BaseDirectory, "fashion-gan.dll")} train --data {Workplace.Data} --out " +
            $"{Workplace.Folder(folder)} --epochs 1 --batch-size 16 --latent-dim 4";
        var start = new ProcessStartInfo("script", ["-qec", line, "/dev/null"])
            { RedirectStandardOutput = true, RedirectStandardInput = true, WorkingDirectory = Path.GetTempPath() };
        start.Environment["TERM"] = "xterm-256color";
        start.Environment.Remove("OMPI_COMM_WORLD_RANK");
        start.Environment.Remove("PMI_RANK");
        if (launcher is not null)
            start.Environment[launcher] = "0";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var run = ProgramRun.End(process, () => output.Result, () => "");
        Assert.AreEqual(0, run.ExitCode, run.Output);
        // The framework begins by telling any terminal what keys to send; nothing can keep it from that.
        var keys = $"{Escape}[?1h{Escape}=";
        StringAssert.StartsWith(run.Output, keys);
        return run.Output[keys.Length..];
    }
}
