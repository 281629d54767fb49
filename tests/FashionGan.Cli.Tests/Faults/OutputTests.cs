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

    [TestMethod]
    public void APlaceThatMayNotBeWrittenToIsFoundOutBeforeTheWork()
    {
        var user = Environment.IsPrivilegedProcess ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : "";
        var folder = Directory.CreateDirectory(Workplace.Folder("locked-files")).FullName;
        Assert.IsTrue(File.Exists(Workplace.Model));
        File.SetUnixFileMode(folder, (UnixFileMode)0x16D);
        File.SetUnixFileMode(Path.GetDirectoryName(folder)!, (UnixFileMode)0x1ED);
        foreach (var (name, command) in new[] { ("a.png", "generate"), ("a.zip", "generate"), ("a.safetensors", "train-classifier") })
        {
            var file = Path.Combine(folder, name);
            Assert.AreEqual((1, $"fashion-gan: {file} cannot be written: permission denied; choose another with --out.\n"),
                Shell($"exec {user} \"$@\"", command, "--out", file));
        }

        // A run's samples have one place, so that no other is advised.
        var samples = Path.Combine(Workplace.Folder("locked-run"), "samples");
        Shell($"cp -r '{Workplace.Trained}' '{Path.GetDirectoryName(samples)}'; chmod 555 '{samples}'");
        Assert.AreEqual((1, $"fashion-gan: The folder {samples} cannot be written to: permission denied.\n"),
            Shell($"exec {user} \"$@\"", "plot", "--run", Path.GetDirectoryName(samples)!));
        File.SetUnixFileMode(samples, (UnixFileMode)0x1ED);
    }

    [TestMethod]
    public void ADiskThatMayNotBeWrittenTo()
    {
        var folder = Directory.CreateDirectory(Workplace.Folder("read-only-disk")).FullName;
        if (Shell($"mount -t tmpfs -o ro none '{folder}'").ExitCode != 0)
            Assert.Inconclusive("Only root can mount a disk.");
        try
        {
            foreach (var name in new[] { "a.png", "a.zip", "a.idx" })
            {
                var file = Path.Combine(folder, name);
                Assert.AreEqual((1, $"fashion-gan: {file} cannot be written: the disk is read-only; choose another with --out.\n"),
                    Shell("exec \"$@\"", "generate", "--model", Workplace.Model, "--count", "1", "--out", file));
            }
        }
        finally
        {
            Shell($"umount '{folder}'");
        }
    }

    [TestMethod]
    public void APipeWithANameStaysOne()
    {
        var pipe = Workplace.Folder("pipe.png");
        Shell($"mkfifo '{pipe}'");
        Assert.AreEqual((1, $"fashion-gan: {pipe} cannot be written: it is a device or a pipe, no file may take its place; choose " +
            "another with --out.\n"), Shell("exec \"$@\"", "generate", "--model", Workplace.Model, "--count", "1", "--out", pipe));
        Assert.AreEqual(0, Shell($"test -p '{pipe}'").ExitCode, "it is a pipe still");
    }

    [TestMethod]
    public void InAPipeThereAreNoColoursAndNoLinesAreBroken()
    {
        // Spectre.Console takes a build on GitHub for a terminal with colours, and breaks lines at 80 characters.
        var folder = Workplace.Folder("a folder with a name that is long enough to make a line of more than eighty characters");
        using var process = ProgramRun.StartShell("GITHUB_ACTIONS=true exec \"$@\"", "train", "--data", Workplace.Data, "--batch-size",
            "20", "--epochs", "1", "--latent-dim", "4", "--out", folder);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var lines = ProgramRun.End(process, () => output.Result, () => error.Result).RequireSuccess().Output.Split('\n');
        Assert.IsFalse(output.Result.Contains('\e'), output.Result);
        StringAssert.StartsWith(lines[0], "Training on 40 pictures");
        StringAssert.EndsWith(lines[0], Path.Combine(folder, "run") + ".");
        StringAssert.StartsWith(lines[1], "epoch 1/1  ");
        StringAssert.Contains(lines[1], "  g_loss ");
    }

    private static (int ExitCode, string Error) Shell(string script, params string[] arguments)
    {
        using var process = ProgramRun.StartShell(script, arguments);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var run = ProgramRun.End(process, () => output.Result, () => error.Result);
        return (run.ExitCode, run.Error);
    }
}
