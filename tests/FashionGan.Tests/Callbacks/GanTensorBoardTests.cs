using System.Text.RegularExpressions;
using FashionGanTf.Tests.Support;
using FashionGanTf.Training;
using Tensorflow.Tests.Summary;

namespace FashionGanTf.Tests.Callbacks;

/// <summary>What <c>--tensorboard</c> writes, and that a run which goes on repeats and lacks nothing.</summary>
[TestClass]
public partial class GanTensorBoardTests
{
    private static SmallRun s_run = null!;
    private static TrainingOptions s_options = null!;
    private static RunFolders s_unbroken = null!;

    [ClassInitialize]
    public static void TrainUnbroken(TestContext context)
    {
        s_run = new SmallRun();
        s_options = s_run.Options with { Tensorboard = true };
        s_unbroken = s_run.NewFolders();
        s_run.Train(s_unbroken, RunStart.New, options: s_options);
    }

    [ClassCleanup]
    public static void Remove() => s_run.Dispose();

    [TestMethod]
    public void EverythingIsThere()
    {
        var values = Values(s_unbroken);
        StringAssert.StartsWith(values[0], "0 1:'config' 9:{1:{1:'text'}} 8:{");
        // Its lines make it no printable text, so that its bytes are shown: "label_noise": 0.1
        StringAssert.Contains(values[0], string.Concat("\"label_noise\": 0.1,\n"u8.ToArray().Select(one => $"\\{one}")));
        StringAssert.StartsWith(values[1], "0 1:'_hparams_/session_start_info' ");
        StringAssert.Contains(values[1], "1:{1:'batch_size' 2:{2:4}} ");
        StringAssert.Contains(values[1], "1:{1:'tensorboard' 2:{4:1}} ");
        var steps = File.ReadAllLines(Path.Combine(s_unbroken.Run, "steps.csv"))[1..].Select(line => line.Split(',')).ToArray();
        CollectionAssert.AreEqual(steps.Select((row, i) => $"{i} 1:'batch_d_loss' 2:{row[1]}").ToArray(), Of("batch_d_loss"));
        CollectionAssert.AreEqual(steps.Select((row, i) => $"{i} 1:'batch_g_loss' 2:{row[2]}").ToArray(), Of("batch_g_loss"));
        var history = File.ReadAllLines(Path.Combine(s_unbroken.Run, "history.csv")).Select(line => line.Split(',')).ToArray();
        foreach (var name in new[] { "d_loss", "g_loss", "d_real", "d_accuracy_fake" })
            CollectionAssert.AreEqual(
                history[1..].Select((row, i) => $"{i} 1:'epoch_{name}' 2:{row[Array.IndexOf(history[0], name)]}").ToArray(),
                Of("epoch_" + name));
        // Both networks have one.
        Assert.HasCount(2 * SmallRun.Epochs, Of("dense/kernel_0/histogram"));
        var sheets = Of("samples");
        Assert.HasCount(SmallRun.Epochs, sheets);
        foreach (var (i, sheet) in sheets.Index())
            StringAssert.StartsWith(sheet, $"{i} 1:'samples' 4:{{1:238 2:238 3:1 4:'\\137\\80\\78\\71\\13\\10");

        string[] Of(string tag) => [.. values.Where(value => value.Contains($" 1:'{tag}' ", StringComparison.Ordinal))];
    }

    [TestMethod]
    [DataRow(0, 2, false, 5, DisplayName = "killed in the first epoch, long after the last checkpoint")]
    [DataRow(1, 2, false, 0, DisplayName = "killed within an epoch with checkpoints after each step")]
    [DataRow(1, Interruption.AtEpochEnd, false, 5, DisplayName = "killed when an epoch's files were written and its checkpoint was not")]
    [DataRow(1, 3, true, 5, DisplayName = "stopped within an epoch")]
    public void ARunThatGoesOnRepeatsNothingAndLacksNothing(int epoch, int step, bool asks, double checkpointEvery)
    {
        var (folders, options) = (s_run.NewFolders(), s_options with { CheckpointEvery = checkpointEvery });
        try
        {
            s_run.Train(folders, RunStart.New, new Interruption(epoch, step, asks), options);
            Assert.Fail("It was not interrupted.");
        }
        catch (Exception error) when (error is KilledException or OperationCanceledException)
        {
            Assert.IsEmpty(s_run.Train(folders, RunStart.Resume, options: options));
        }

        Assert.AreEqual(string.Join('\n', Values(s_unbroken)[2..]), string.Join('\n', Values(folders)[2..]));
        Assert.HasCount(1, Directory.GetFiles(Path.Combine(folders.TensorBoard, "train")));
    }

    [TestMethod]
    public void OverwriteRemovesThem()
    {
        var folders = s_run.NewFolders();
        s_run.Train(folders, RunStart.New, options: s_options);
        s_run.Train(folders, RunStart.Overwrite);
        Assert.IsEmpty(Directory.GetFiles(Path.Combine(folders.TensorBoard, "train")));
    }

    /// <summary>All values; layers' names without the numbers that tell several models of a process apart.</summary>
    private static List<string> Values(RunFolders folders) =>
        [.. ProtoText.Values(Directory.GetFiles(Path.Combine(folders.TensorBoard, "train")).Single())
            .Select(value => LayerNumber().Replace(value, ""))];

    [GeneratedRegex(@"_[0-9]+(?=/(kernel|bias|gamma|beta|moving_mean|moving_variance)_0/histogram)")]
    private static partial Regex LayerNumber();
}
