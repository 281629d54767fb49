using FashionGanTf.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Tests.Training;

/// <summary>A run in a folder is not destroyed by another one, neither later nor at the same time.</summary>
[TestClass]
public class RunFoldersTests
{
    private static readonly string[] s_own =
    [
        "run/config.json", "run/history.csv", "run/steps.csv", "run/generator.safetensors", "run/generator.raw.safetensors",
            "run/progress.json", "samples/running.png",
            "samples/training.png", "samples/loss_curve.svg", "run/config.json.abcdefgh.i1j.tmp", "samples/epoch_01.png",
            "samples/epoch_0123.png", "samples/epoch_02.png.abcdefgh.i1j.tmp",
    ];

    private static readonly string[] s_others =
    [
        "run/notes.txt", "run/best.safetensors", "run/old/config.json", "run/notes.txt.abcdefgh.i1j.tmp", "samples/epoch_1.png",
            "samples/epoch_01.png.bak", "samples/my_epoch_01.png", "samples/reference/epoch_01.png",
    ];

    [TestMethod]
    public void OnlyTheRunsOwnFilesAreRemoved()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in s_own.Concat(s_others))
        {
            var path = Path.Combine(folder.Path, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "");
        }

        var folders = new RunFolders(folder.Path);
        Assert.IsTrue(folders.HoldRun);
        folders.RemoveHalfWritten();
        Assert.HasCount(s_own.Length - 2 + s_others.Length, Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        folders.RemoveRun();
        CollectionAssert.AreEqual(
            s_others.Order(StringComparer.Ordinal).ToArray(),
            Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(folder.Path, file).Replace('\\', '/')).Order(StringComparer.Ordinal).ToArray());
        Assert.IsFalse(folders.HoldRun);
        folders.RequireNoRun();
    }

    [TestMethod]
    [DataRow("run/config.json")]
    [DataRow("run/history.csv")]
    [DataRow("samples/epoch_01.png")]
    public void AnyFileOfARunIsARun(string file)
    {
        using var folder = new TemporaryFolder();
        var folders = new RunFolders(folder.Path);
        folders.Create();
        folders.RequireNoRun();
        File.WriteAllText(Path.Combine(folder.Path, file), "");
        var error = Assert.ThrowsExactly<IOException>(folders.RequireNoRun);
        foreach (var part in new[] { folder.Path, "--resume", "--out", "--overwrite" })
            StringAssert.Contains(error.Message, part);
    }

    [TestMethod]
    public void TwoCannotHoldTheLock()
    {
        using var folder = new TemporaryFolder();
        var folders = new RunFolders(folder.Path);
        folders.Create();
        using (RunLock.Take(folders))
        {
            var error = Assert.ThrowsExactly<IOException>(() => RunLock.Take(folders));
            StringAssert.Contains(error.Message, $"process {Environment.ProcessId}");
            StringAssert.Contains(error.Message, folder.Path);
        }

        using var again = RunLock.Take(folders);
        Assert.IsFalse(folders.HoldRun, "a lock is no run");
    }
}
