using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Faults;

/// <summary>Outputs that are closed or full: one line where it can be said, an exit code always, a crash never.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
public class OutputTests
{
    [TestMethod]
    [DataRow("exec \"$@\" >&-", "it is closed.")]
    [DataRow("exec \"$@\" >/dev/full", "No space left on device.")]
    public void StandardOutputThatCannotBeWritten(string script, string reason)
    {
        var line = $"fashion-gan: standard output could not be written: {reason}\n";
        Assert.AreEqual((1, line), Shell(script, "--help"));
        Assert.AreEqual((1, line), Shell(script, "generate", "--model", Workplace.Model, "--count", "1", "--out", Workplace.Folder("unsaid.png")));
        Assert.AreEqual((1, line), Shell(script, "train", "--data", Workplace.Data, "--batch-size", "40", "--epochs", "1", "--latent-dim", "4", "--overwrite", "--out", Workplace.Folder("unsaid")));
    }

    [TestMethod]
    [DataRow("exec \"$@\" 2>&-")]
    [DataRow("exec \"$@\" 2>/dev/full")]
    [DataRow("exec \"$@\" >&- 2>&-")]
    public void StandardErrorThatCannotBeWritten(string script)
    {
        Assert.AreEqual((1, ""), Shell(script, "generate", "--model", "no-such-model", "--out", "o"));
        Assert.AreEqual((2, ""), Shell(script, "train", "--colour"));
    }

    private static (int ExitCode, string Error) Shell(string script, params string[] arguments)
    {
        using var process = ProgramRun.StartShell(script, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var run = ProgramRun.End(process, () => output.Result, () => error.Result);
        return (run.ExitCode, run.Error);
    }
}
