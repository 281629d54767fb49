using System.Collections.Concurrent;
using FashionGanTf.Imaging;
using FashionGanTf.Training;

namespace FashionGanTf.Studio.Tests.Page;

/// <summary>The files of a run as a training leaves them after some epochs; each is whole at any time.</summary>
internal static class WrittenPageRun
{
    /// <summary>Held as long as the tests run.</summary>
    private static readonly ConcurrentDictionary<string, RunLock> s_locks = [];

    private static readonly string[] s_losses = ["0.9", "1.1", "1.3", "1.2"];

    /// <param name="folder">Where.</param>
    /// <param name="epochs">The epochs that have ended; 4 at most.</param>
    /// <param name="planned">The epochs that there are to be.</param>
    /// <param name="isTraining">Whether a process holds its lock: this one, from then on.</param>
    internal static void Write(string folder, int epochs, int planned, bool isTraining = true)
    {
        var (run, samples) = (Directory.CreateDirectory(Path.Combine(folder, "run")).FullName,
            Directory.CreateDirectory(Path.Combine(folder, "samples")).FullName);
        for (var epoch = 1; epoch <= epochs; epoch++)
            File.WriteAllBytes(Path.Combine(samples, $"epoch_{epoch:D2}.png"), PngWriter.Encode(new Bitmap(8 * epoch, 8 * epoch, 1)));
        var rows = Enumerable.Range(1, epochs).Select(epoch => $$"""
            {"epoch":{{epoch}},"step":{{3 * epoch}},"d_loss":1.2,"g_loss":{{s_losses[epoch - 1]}},"d_real":0.6,"d_fake":0.4,
            """.Trim() + """
            "d_accuracy_real":0.5,"d_accuracy_fake":0.7,"images_per_second":800.5,"seconds":74.2}
            """ + "\n");
        Replace(Path.Combine(run, "history.jsonl"), string.Concat(rows));
        if (isTraining)
            s_locks.GetOrAdd(folder, _ => RunLock.Take(new RunFolders(folder)));
        Replace(Path.Combine(run, "config.json"),
            new RunConfig(new TrainingOptions { Epochs = planned }, 40, 2) { DataSha256 = new string('0', 64) }.ToJson());
    }

    /// <summary>What a training leaves within its third epoch, of 90 steps.</summary>
    internal static void WriteRunning(string folder)
    {
        var losses = new StepLosses([.. Enumerable.Repeat(1.1f, 420)]);
        File.WriteAllBytes(Path.Combine(folder, "run", "progress.json"), RunningEpoch.Of(3, 30, 90, 800, 4.8, losses).ToJson());
        File.WriteAllBytes(Path.Combine(folder, "samples", "running.png"), PngWriter.Encode(new Bitmap(24, 24, 1)));
    }

    private static void Replace(string path, string text)
    {
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }
}
