using FashionGanTf.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Tests.Training;

/// <summary>A run that was interrupted and goes on ends as one that was not, to the last bit.</summary>
[TestClass]
public class ResumeTests
{
    private static SmallRun s_run = null!;
    private static RunFolders s_unbroken = null!;

    [ClassInitialize]
    public static void TrainUnbroken(TestContext context)
    {
        s_run = new SmallRun();
        s_unbroken = s_run.NewFolders();
        s_run.Train(s_unbroken, RunStart.New, threads: 2);
        Assert.HasCount(SmallRun.Epochs + 1, File.ReadAllLines(Path.Combine(s_unbroken.Run, "history.csv")));
    }

    [ClassCleanup]
    public static void Remove() => s_run.Dispose();

    [TestMethod]
    [DataRow(0, 0, DisplayName = "in the first step")]
    [DataRow(0, 2, DisplayName = "in the first epoch")]
    [DataRow(1, 0, DisplayName = "in an epoch's first step")]
    [DataRow(1, 3, DisplayName = "before an epoch's last step")]
    [DataRow(1, 4, DisplayName = "in an epoch's last step")]
    [DataRow(1, Interruption.AtEpochEnd, DisplayName = "at an epoch's end")]
    [DataRow(2, 4, DisplayName = "in the last step")]
    public void AskedToStopAndResumed(int epoch, int step)
    {
        var folders = s_run.NewFolders();
        Assert.ThrowsExactly<OperationCanceledException>(
            () => s_run.Train(folders, RunStart.New, new Interruption(epoch, step, asks: true)));
        var checkpoint = new CheckpointFiles(folders.Run).Load(Assert.Fail);
        var expected = step >= SmallRun.StepsPerEpoch - 1 ? (epoch + 1, 0) : (epoch, step + 1);
        Assert.AreEqual(expected, (checkpoint.Epoch, checkpoint.Step), "the step under way is saved");
        Assert.IsEmpty(s_run.Train(folders, RunStart.Resume));
        SmallRun.RequireSame(s_unbroken, folders);
    }

    [TestMethod]
    [DataRow(0, -1, 5, DisplayName = "before the first step")]
    [DataRow(0, 0, 5, DisplayName = "in the first step")]
    [DataRow(1, 2, 5, DisplayName = "within an epoch")]
    [DataRow(1, 2, 0, DisplayName = "within an epoch with checkpoints after each step")]
    [DataRow(1, Interruption.AtEpochEnd, 0, DisplayName = "when an epoch's files were written and its checkpoint was not")]
    [DataRow(2, Interruption.AtEpochEnd, 5, DisplayName = "the same in the last epoch")]
    [DataRow(2, -1, 5, DisplayName = "between two epochs")]
    public void KilledAndResumed(int epoch, int step, double checkpointEvery)
    {
        var folders = s_run.NewFolders();
        var options = s_run.Options with { CheckpointEvery = checkpointEvery };
        Assert.ThrowsExactly<KilledException>(
            () => s_run.Train(folders, RunStart.New, new Interruption(epoch, step, asks: false), options));
        // The kill comes before the step's own checkpoint, and within the first minutes only epochs' ends have one.
        var saved = checkpointEvery > 0 || step < 0 ? 0 : Math.Min(step, SmallRun.StepsPerEpoch - 1);
        var checkpoint = new CheckpointFiles(folders.Run).Load(Assert.Fail);
        Assert.AreEqual((epoch, saved), (checkpoint.Epoch, checkpoint.Step));
        Assert.IsEmpty(s_run.Train(folders, RunStart.Resume, options: options));
        SmallRun.RequireSame(s_unbroken, folders);
    }

    [TestMethod]
    public void KilledBeforeTheFirstCheckpoint()
    {
        var folders = s_run.NewFolders();
        Assert.ThrowsExactly<KilledException>(() => s_run.Train(folders, RunStart.New, new Interruption(0, -1, asks: false)));
        File.Delete(new CheckpointFiles(folders.Run).Path);
        s_run.Train(folders, RunStart.Resume);
        SmallRun.RequireSame(s_unbroken, folders);
    }

    [TestMethod]
    public void InterruptedAgainAndAgainOnOtherNumbersOfThreads()
    {
        var folders = s_run.NewFolders();
        Assert.ThrowsExactly<OperationCanceledException>(
            () => s_run.Train(folders, RunStart.New, new Interruption(0, 1, asks: true), threads: 1));
        Assert.ThrowsExactly<OperationCanceledException>(
            () => s_run.Train(folders, RunStart.Resume, new Interruption(0, 2, asks: true), threads: 3));
        Assert.ThrowsExactly<KilledException>(() => s_run.Train(folders, RunStart.Resume, new Interruption(0, 3, asks: false), threads: 2));
        Assert.ThrowsExactly<OperationCanceledException>(
            () => s_run.Train(folders, RunStart.Resume, new Interruption(2, 2, asks: true), threads: 1));
        s_run.Train(folders, RunStart.Resume, threads: 4);
        SmallRun.RequireSame(s_unbroken, folders);
    }

    [TestMethod]
    public void MoreEpochsThanAtFirst()
    {
        var folders = s_run.NewFolders();
        s_run.Train(folders, RunStart.New, options: s_run.Options with { Epochs = 1 });
        s_run.Train(folders, RunStart.Resume);
        SmallRun.RequireSame(s_unbroken, folders);
    }

    [TestMethod]
    public void TheHistoryOfACutOffEpochIsTakenBackUntilItEnds()
    {
        var folders = s_run.NewFolders();
        Assert.ThrowsExactly<KilledException>(
            () => s_run.Train(folders, RunStart.New, new Interruption(1, Interruption.AtEpochEnd, asks: false)));
        Assert.HasCount(3, File.ReadAllLines(Path.Combine(folders.Run, "history.csv")), "the row was written");
        Assert.ThrowsExactly<KilledException>(() => s_run.Train(folders, RunStart.Resume, new Interruption(1, 0, asks: false)));
        Assert.HasCount(2, File.ReadAllLines(Path.Combine(folders.Run, "history.csv")), "the checkpoint does not count the epoch");
        s_run.Train(folders, RunStart.Resume);
        SmallRun.RequireSame(s_unbroken, folders);
    }

    [TestMethod]
    public void OtherOptionsAreRefusedAndNothingChanges()
    {
        var folders = s_run.NewFolders();
        s_run.Train(folders, RunStart.New, options: s_run.Options with { Epochs = 1 });
        var before = File.ReadAllBytes(Path.Combine(folders.Run, "checkpoint.safetensors"));
        var error = Assert.ThrowsExactly<ArgumentException>(
            () => s_run.Train(folders, RunStart.Resume, options: s_run.Options with { Seed = 6, LearningRate = 1e-3 }));
        StringAssert.Contains(error.Message, "--seed 6");
        StringAssert.Contains(error.Message, "--learning-rate 0.001");
        Assert.IsFalse(error.Message.Contains('\n'));
        Assert.ThrowsExactly<IOException>(() => s_run.Train(folders, RunStart.New), "a run must not be destroyed");
        Assert.ThrowsExactly<IOException>(() => s_run.Train(s_run.NewFolders(), RunStart.Resume), "there is nothing to go on with");
        CollectionAssert.AreEqual(before, File.ReadAllBytes(Path.Combine(folders.Run, "checkpoint.safetensors")));
    }

    [TestMethod]
    public void ARunWithClassesGoesOn()
    {
        var options = s_run.Options with { Conditional = true };
        var (unbroken, folders) = (s_run.NewFolders(), s_run.NewFolders());
        s_run.Train(unbroken, RunStart.New, options: options);
        Assert.ThrowsExactly<KilledException>(
            () => s_run.Train(folders, RunStart.New, new Interruption(1, 2, asks: false), options with { CheckpointEvery = 0 }));
        Assert.IsEmpty(s_run.Train(folders, RunStart.Resume, options: options));
        SmallRun.RequireSame(unbroken, folders);
        var error = Assert.ThrowsExactly<ArgumentException>(() => s_run.Train(folders, RunStart.Resume));
        StringAssert.Contains(error.Message, "no --conditional (the run has it)");
        error = Assert.ThrowsExactly<ArgumentException>(() => s_run.Train(s_unbroken, RunStart.Resume, options: options));
        StringAssert.Contains(error.Message, "--conditional (the run does not have it)");
        CollectionAssert.AreEqual(new[] { "class 0", "class 1", "class 2" }, folders.ReadConfig().Classes!.ToList());
        Assert.IsNull(s_unbroken.ReadConfig().Classes);
    }
}
