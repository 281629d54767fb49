using FashionGanTf.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Tests.Training;

/// <summary>Who may write to a run's folder.</summary>
[TestClass]
public class RunLockTests
{
    [TestMethod]
    public void WhoHoldsItDecidesWhateverTheNumberSays()
    {
        using var folder = new TemporaryFolder();
        var folders = new RunFolders(folder.Path);
        Assert.IsFalse(RunLock.IsHeld(folders), "there is nothing");
        folders.Create();
        using (RunLock.Take(folders))
        {
            Assert.IsTrue(RunLock.IsHeld(folders));
            var error = Assert.ThrowsExactly<IOException>(() => RunLock.Take(folders));
            StringAssert.Contains(error.Message, $"process {Environment.ProcessId}");
        }

        Assert.AreEqual($"{Environment.ProcessId}", File.ReadAllText(Path.Combine(folders.Run, "lock.pid")), "this process lives");
        Assert.IsFalse(RunLock.IsHeld(folders));
    }

    [TestMethod]
    public void WhoLooksKeepsNobodyOut()
    {
        using var folder = new TemporaryFolder();
        var folders = new RunFolders(folder.Path);
        folders.Create();
        RunLock.Take(folders).Dispose();
        using var end = new CancellationTokenSource();
        var watcher = Task.Run(() =>
        {
            while (!end.IsCancellationRequested)
            {
                RunLock.IsHeld(folders);
                Thread.Sleep(1);
            }
        });
        for (var training = 0; training < 200; training++)
            RunLock.Take(folders).Dispose();
        end.Cancel();
        watcher.Wait();
    }
}
