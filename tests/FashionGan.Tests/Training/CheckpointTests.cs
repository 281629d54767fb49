using System.Text;
using FashionGanTf.Tests.Support;
using FashionGanTf.Training;

namespace FashionGanTf.Tests.Training;

/// <summary>Damaged checkpoints are found, and the one before is used.</summary>
[TestClass]
public class CheckpointTests
{
    private static SmallRun s_run = null!;
    private static RunFolders s_unbroken = null!;

    /// <summary>A run that stopped in its second epoch, with two checkpoints.</summary>
    private static RunFolders s_stopped = null!;

    [ClassInitialize]
    public static void TrainOnce(TestContext context)
    {
        s_run = new SmallRun();
        (s_unbroken, s_stopped) = (s_run.NewFolders(), s_run.NewFolders());
        s_run.Train(s_unbroken, RunStart.New);
        Assert.ThrowsExactly<OperationCanceledException>(() => s_run.Train(s_stopped, RunStart.New, new Interruption(1, 2, asks: true)));
    }

    [ClassCleanup]
    public static void Remove() => s_run.Dispose();

    [TestMethod]
    public void ACheckpointSaysWhereItStands()
    {
        var checkpoint = new CheckpointFiles(s_stopped.Run).Load(Assert.Fail);
        Assert.AreEqual((1, 3), (checkpoint.Epoch, checkpoint.Step));
        var previous = Checkpoint.Load(At(s_stopped, "checkpoint.previous.safetensors"));
        Assert.AreEqual((1, 0), (previous.Epoch, previous.Step));
        Assert.IsFalse(File.Exists(At(s_stopped, "checkpoint.next.safetensors")));
    }

    [TestMethod]
    [DataRow("cut", DisplayName = "cut short")]
    [DataRow("empty", DisplayName = "empty")]
    [DataRow("head", DisplayName = "a bit of its head flipped")]
    [DataRow("state", DisplayName = "a bit of its state flipped")]
    [DataRow("data", DisplayName = "a bit of its data flipped")]
    [DataRow("last", DisplayName = "its last bit flipped")]
    [DataRow("missing", DisplayName = "missing")]
    public void TheOneBeforeADamagedOneIsUsed(string damage)
    {
        var folders = Copy(s_stopped);
        Damage(At(folders, "checkpoint.safetensors"), damage);
        var warnings = s_run.Train(folders, RunStart.Resume);
        Assert.HasCount(1, warnings);
        StringAssert.Contains(warnings[0], "checkpoint.safetensors: ");
        StringAssert.Contains(warnings[0], "checkpoint.previous.safetensors");
        Assert.IsFalse(warnings[0].Contains('\n'));
        SmallRun.RequireSame(s_unbroken, folders);
    }

    [TestMethod]
    public void OneThatAnotherToolWroteAgainIsUsed()
    {
        var folders = Copy(s_stopped);
        var path = At(folders, "checkpoint.safetensors");
        RewrittenFile.Write(path, path);
        Assert.IsEmpty(s_run.Train(folders, RunStart.Resume));
        SmallRun.RequireSame(s_unbroken, folders);
    }

    [TestMethod]
    public void AKillBetweenTheTwoRenamesLosesNothing()
    {
        var folders = Copy(s_stopped);
        File.Move(At(folders, "checkpoint.safetensors"), At(folders, "checkpoint.next.safetensors"));
        var checkpoint = new CheckpointFiles(folders.Run).Load(Assert.Fail);
        Assert.AreEqual((1, 3), (checkpoint.Epoch, checkpoint.Step));
    }

    [TestMethod]
    public void WhereNoneCanBeUsedOneLineSaysSo()
    {
        var folders = Copy(s_stopped);
        Damage(At(folders, "checkpoint.safetensors"), "cut");
        Damage(At(folders, "checkpoint.previous.safetensors"), "data");
        var error = Assert.ThrowsExactly<InvalidDataException>(() => s_run.Train(folders, RunStart.Resume));
        StringAssert.StartsWith(error.Message, "No checkpoint can be used: ");
        StringAssert.Contains(error.Message, "checksum");
        StringAssert.EndsWith(error.Message, "Begin anew with --overwrite, or in another folder with --out.");
        Assert.IsFalse(error.Message.Contains('\n'));

        File.Delete(At(folders, "checkpoint.safetensors"));
        File.Delete(At(folders, "checkpoint.previous.safetensors"));
        StringAssert.Contains(Assert.ThrowsExactly<FileNotFoundException>(() => s_run.Train(folders, RunStart.Resume)).Message,
            "There is no checkpoint");
    }

    [TestMethod]
    public void OtherFilesAreNoCheckpoints()
    {
        var error = Assert.ThrowsExactly<InvalidDataException>(() => Checkpoint.Load(At(s_stopped, "generator.safetensors")));
        StringAssert.Contains(error.Message, "is no checkpoint");
    }

    /// <summary>Every bit counts, or changes nothing: where the file loads at all, it is the same checkpoint.</summary>
    [TestMethod]
    public void NoFlippedBitIsOverlooked()
    {
        var path = At(Copy(s_stopped), "checkpoint.safetensors");
        var bytes = File.ReadAllBytes(path);
        var state = Checkpoint.Load(path).State.ToJson();
        var head = 8 + (int)BitConverter.ToInt64(bytes);
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            // Half of them in the head, which is small.
            var place = i % 2 == 0 ? random.Next(head) : random.Next(head, bytes.Length);
            var bit = (byte)(1 << random.Next(8));
            bytes[place] ^= bit;
            File.WriteAllBytes(path, bytes);
            bytes[place] ^= bit;
            try
            {
                Assert.AreEqual(state, Checkpoint.Load(path).State.ToJson());
                Assert.IsLessThan(head, place, "damaged elements were taken");
            }
            catch (InvalidDataException error)
            {
                Assert.IsFalse(error.Message.Contains('\n'));
            }
        }
    }

    private static string At(RunFolders folders, string name) => Path.Combine(folders.Run, name);

    private static RunFolders Copy(RunFolders from)
    {
        var to = s_run.NewFolders();
        to.Create();
        foreach (var (source, target) in new[] { (from.Run, to.Run), (from.Samples, to.Samples) })
            foreach (var file in Directory.GetFiles(source))
                File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        return to;
    }

    private static void Damage(string path, string how)
    {
        var bytes = File.ReadAllBytes(path);
        var place = how switch
        {
            "head" => 40,
            "state" => Encoding.Latin1.GetString(bytes).IndexOf("counter", StringComparison.Ordinal) + 20,
            "data" => bytes.Length / 2,
            _ => bytes.Length - 1,
        };
        bytes[place] ^= 1;
        if (how == "missing")
            File.Delete(path);
        else
            File.WriteAllBytes(path, how == "cut" ? bytes[..(bytes.Length * 2 / 3)] : how == "empty" ? [] : bytes);
    }
}
