using System.Diagnostics;
using System.Runtime.Versioning;
using FashionGanTf.Cli.Tests.Support;

namespace FashionGanTf.Cli.Tests.Faults;

/// <summary>A disk that fills up and folders that turn read-only: one line,
/// and what was saved before goes on when there is room again.</summary>
[TestClass]
[OSCondition(ConditionMode.Exclude, OperatingSystems.Windows)]
[UnsupportedOSPlatform("windows")]
public class DiskTests
{
    /// <summary>0555: everybody may look, nobody may write.</summary>
    private const UnixFileMode ReadAndExecute = (UnixFileMode)0x16D;

    [TestMethod]
    public void FilesThatMayNotGrowSoLarge()
    {
        var run = FaultRun.CopyOfBrokenOff("limit");
        var before = File.ReadAllBytes(run.Checkpoint);

        // A limit in KiB: too small for a checkpoint, ample for the rest.
        // The signal that comes with it is ignored, so that the write fails.
        var end = Shell("trap '' XFSZ; ulimit -f 3000; exec \"$@\"", run);
        end.RequireFailure(1, "cannot be written: the disk is full");
        CollectionAssert.AreEqual(before, File.ReadAllBytes(run.Checkpoint));
        Workplace.RequireNothingHalfWritten(run.Folder);

        // Not ignored, the signal kills.
        Assert.AreNotEqual(0, Shell("ulimit -c 0; ulimit -f 3000; exec \"$@\"", run).ExitCode);

        run.Finish().RequireSuccess();
        run.RequireAsUnbroken();
    }

    [TestMethod]
    public void ADiskThatIsFull()
    {
        var run = new FaultRun("full");
        Directory.CreateDirectory(run.Folder);
        // Room for one checkpoint and the rest, not for a second beside it.
        if (Process.Start("mount", ["-t", "tmpfs", "-o", "size=36m", "none", run.Folder]) is { } mount && !Ended(mount))
            Assert.Inconclusive("Only root can mount a small disk; FilesThatMayNotGrowSoLarge shows the same with a limit.");
        try
        {
            using (var process = run.Start())
            {
                Assert.IsTrue(run.WaitForSaves(process, 1));
                FaultRun.Kill(process);
            }

            var filler = Path.Combine(run.Folder, "filler");
            using (var file = File.Create(filler))
                Fill(file);
            ProgramRun.Of(run.OftenSaved()).RequireFailure(1, "cannot be written: the disk is full");
            File.Delete(filler);
            Assert.IsTrue(Ended(Process.Start("mount", ["-o", "remount,size=200m", run.Folder])));
            run.Finish().RequireSuccess();
            run.RequireAsUnbroken();
        }
        finally
        {
            Ended(Process.Start("umount", [run.Folder]));
        }
    }

    [TestMethod]
    public void AFolderThatTurnsReadOnly()
    {
        var run = new FaultRun("read-only");
        var user = Environment.IsPrivilegedProcess ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : "";
        if (user.Length > 0)
        {
            // Root is not stopped by a folder's mode, so that the program runs as nobody, who must reach its folders.
            Directory.CreateDirectory(run.Folder).UnixFileMode = (UnixFileMode)0x1FF;
            File.SetUnixFileMode(Path.GetDirectoryName(run.Folder)!, (UnixFileMode)0x1ED);
        }

        using var process = ProgramRun.StartShell($"exec {user} \"$@\"", run.OftenSaved());
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.IsTrue(run.WaitForSaves(process, 2), "The run ended before its folder was made read-only.");
        foreach (var folder in new[] { run.Run, Path.Combine(run.Folder, "samples") })
            File.SetUnixFileMode(folder, ReadAndExecute);
        ProgramRun.End(process, () => output.Result, () => error.Result).RequireFailure(1, "cannot be written: permission denied");

        foreach (var folder in new[] { run.Run, Path.Combine(run.Folder, "samples") })
            File.SetUnixFileMode(folder, (UnixFileMode)0x1FF);
        run.Finish().RequireSuccess();
        run.RequireAsUnbroken();
    }

    private static ProgramRun Shell(string script, FaultRun run)
    {
        using var process = ProgramRun.StartShell(script, run.OftenSaved());
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        return ProgramRun.End(process, () => output.Result, () => error.Result);
    }

    private static void Fill(FileStream file)
    {
        try
        {
            // Half a checkpoint is left free: enough to begin the next.
            for (var block = new byte[1 << 16]; ;)
            {
                file.Write(block);
                file.Flush();
            }
        }
        catch (IOException)
        {
            file.SetLength(Math.Max(0, file.Length - (4 << 20)));
        }
    }

    private static bool Ended(Process process)
    {
        using (process)
        {
            process.WaitForExit();
            return process.ExitCode == 0;
        }
    }
}
