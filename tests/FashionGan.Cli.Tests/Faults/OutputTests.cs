using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Faults;

/// <summary>Outputs that are closed or full: one line where it can be said, an exit code always, a crash never.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public class OutputTests
{
    [TestMethod]
    [DataRow("exec \"$@\" >&-", "it is closed.")]
    [DataRow("exec \"$@\" >/dev/full", "No space left on device.")]
    public void StandardOutputThatCannotBeWritten(string script, string reason)
    {
        var line = $"fashion-gan: standard output could not be written: {reason}\n";
        Assert.AreEqual((1, line), Shell(script, "--help"));
        Assert.AreEqual(
            (1, line), Shell(script, "generate", "--model", Workplace.Model, "--count", "1", "--out", Workplace.Folder("unsaid.png")));
        Assert.AreEqual((1, line), Shell(script, "train", "--data", Workplace.Data, "--batch-size", "40", "--epochs", "1", "--latent-dim",
            "4", "--overwrite", "--out", Workplace.Folder("unsaid")));
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

    [TestMethod]
    public void AFolderThatMayNotBeWrittenTo()
    {
        // Root is not stopped by a folder's mode, so that the program runs as nobody, who must reach the model.
        var user = Environment.IsPrivilegedProcess ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : "";
        var folder = Directory.CreateDirectory(Workplace.Folder("locked")).FullName;
        Assert.IsTrue(File.Exists(Workplace.Model));
        File.SetUnixFileMode(folder, (UnixFileMode)0x16D);
        File.SetUnixFileMode(Path.GetDirectoryName(folder)!, (UnixFileMode)0x1ED);
        foreach (var (name, arguments) in new (string, string[])[]
        {
            (folder, ["generate", "--model", Workplace.Model, "--count", "1", "--out", folder]),
            (Path.Combine(folder, "samples"),
                ["train", "--data", Workplace.Data, "--batch-size", "40", "--latent-dim", "4", "--out", folder]),
        })
            Assert.AreEqual((1, $"fashion-gan: The folder {name} cannot be written to: permission denied; choose another with --out.\n"),
                Shell($"exec {user} \"$@\"", arguments));
    }

    private static (int ExitCode, string Error) Shell(string script, params string[] arguments)
    {
        using var process = ProgramRun.StartShell(script, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var run = ProgramRun.End(process, () => output.Result, () => error.Result);
        return (run.ExitCode, run.Error);
    }
}
