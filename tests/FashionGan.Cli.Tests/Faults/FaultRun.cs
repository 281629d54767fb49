using System.Buffers.Binary;
using System.Diagnostics;
using FashionGanTf.Cli.Tests.Support;
using Tensorflow.Serialization;

namespace FashionGanTf.Cli.Tests.Faults;

/// <summary>A training run that something happens to, in a folder of its own, and the run that nothing happened to.</summary>
internal sealed class FaultRun(string name)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    /// <summary>Columns of the history that tell the time.</summary>
    private static readonly string[] s_times = ["seconds", "images_per_second"];

    private static readonly Lazy<FaultRun> s_unbroken = new(() =>
    {
        var run = new FaultRun("unbroken");
        run.Finish("--threads", "2").RequireSuccess();
        return run;
    });

    private static readonly Lazy<FaultRun> s_brokenOff = new(() => new FaultRun("broken-off").BrokenOff());

    /// <summary>The folder that holds <c>run/</c> and <c>samples/</c>.</summary>
    internal string Folder { get; } = Workplace.Folder("fault-" + name);

    internal string Data { get; init; } = Workplace.Data;

    /// <summary>The folder that holds the checkpoint.</summary>
    internal string Run => Path.Combine(Folder, "run");

    internal string Checkpoint => Path.Combine(Run, "checkpoint.safetensors");

    /// <summary>Epochs of every run here.</summary>
    private const int Epochs = 2;

    /// <summary>The loss curves in two formats, the last grid, the animation.</summary>
    private const int Plots = 4;

    /// <summary>The command line; what is there already is gone on with.</summary>
    internal string[] Arguments(params string[] more)
    {
        var begun = Directory.Exists(Run);
        // Between two renames the newest checkpoint bears another name.
        string[] resume = begun && Directory.EnumerateFiles(Run, "checkpoint*.safetensors").Any() ? ["--resume"] : begun
            ? ["--overwrite"] : [];
        return
        [
            "train", "--data", Data, "--out", Folder, "--epochs", $"{Epochs}", "--batch-size", "2", "--latent-dim", "8", "--seed", "3",
                "--label-noise", "0.1", "--ema", "0.9",
            .. resume, .. more,
        ];
    }

    /// <summary>The same with a checkpoint after every step: one moment is as good as another to be broken off at.</summary>
    internal string[] OftenSaved(params string[] more) => Arguments(["--checkpoint-every", "0", .. more]);

    /// <summary>Starts the program, often saved; what it writes is thrown away.</summary>
    internal Process Start(params string[] more)
    {
        var process = ProgramRun.Start(OftenSaved(more));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Runs to the end, saved after each epoch.</summary>
    internal ProgramRun Finish(params string[] more) => ProgramRun.Of(Arguments(["--checkpoint-every", "5", .. more]));

    /// <summary>Starts a run and kills it when it has saved a few times.</summary>
    internal FaultRun BrokenOff()
    {
        using var process = Start();
        Assert.IsTrue(WaitForSaves(process, 4), "The run ended before it was broken off.");
        Kill(process);
        return this;
    }

    /// <summary>A copy, under another name, of one run that was broken off.</summary>
    internal static FaultRun CopyOfBrokenOff(string name)
    {
        var run = new FaultRun(name);
        Workplace.Copy(s_brokenOff.Value.Folder, run.Folder);
        return run;
    }

    /// <summary>Ends a process as a power cut does: no handler, no finally.</summary>
    internal static void Kill(Process process)
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>Waits until the run has saved so often, or for a time; false when it ended before.</summary>
    internal bool WaitForSaves(Process process, int count, TimeSpan? atMost = null)
    {
        var clock = Stopwatch.StartNew();
        var last = File.GetLastWriteTimeUtc(Checkpoint);
        return WaitFor(process, () =>
        {
            var now = File.GetLastWriteTimeUtc(Checkpoint);
            // A file that is not there has a time of the year 1601.
            if (now != last && File.Exists(Checkpoint))
                (last, count) = (now, count - 1);
            return count <= 0 || clock.Elapsed > atMost;
        });
    }

    /// <summary>Waits until a checkpoint is being written that was not before; false when the run ended before.</summary>
    internal bool WaitForWriting(Process process, IReadOnlyCollection<string> before) =>
        WaitFor(process, () => HalfWritten().Except(before).Any());

    /// <summary>Checkpoints that are being written, or were when the run was killed.</summary>
    internal string[] HalfWritten() => Directory.Exists(Run) ? Directory.GetFiles(Run, "checkpoint*.tmp") : [];

    /// <summary>Requires that all the run leaves is what the unbroken one left, bit for bit, times apart.</summary>
    internal void RequireAsUnbroken()
    {
        var other = s_unbroken.Value;
        foreach (var name in new[]
            { "run/generator.safetensors", "run/generator.raw.safetensors", "run/discriminator.safetensors", "run/steps.csv" })
            RequireSameFile(other, name);
        CollectionAssert.AreEqual(other.Samples(), Samples(), "samples");
        Assert.HasCount(Epochs + Plots, Samples());
        foreach (var name in Samples())
            RequireSameFile(other, name);
        CollectionAssert.AreEqual(other.History(), History(), "history.csv");
        Assert.HasCount(Epochs + 1, History());
        RequireSameTensors(other);
        Workplace.RequireNothingHalfWritten(Folder);
    }

    private static bool WaitFor(Process process, Func<bool> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (!isSo())
        {
            if (process.HasExited)
                return false;
            Assert.IsLessThan(s_patience, clock.Elapsed, "waited in vain");
            // Looks a thousand times in a second: often enough for a write, and the run has the processor.
            Thread.Sleep(1);
        }

        return true;
    }

    private void RequireSameFile(FaultRun other, string name) =>
        Assert.IsTrue(File.ReadAllBytes(Path.Combine(Folder, name)).AsSpan()
            .SequenceEqual(File.ReadAllBytes(Path.Combine(other.Folder, name))), $"{name} differs from the unbroken run's.");

    /// <summary>The checkpoints' texts tell times; their tensors, one after the other behind the header, do not.</summary>
    private void RequireSameTensors(FaultRun other)
    {
        CollectionAssert.AreEqual(SafeTensors.load(other.Checkpoint).names.ToArray(), SafeTensors.load(Checkpoint).names.ToArray());
        Assert.IsTrue(Elements(Checkpoint).SequenceEqual(Elements(other.Checkpoint)),
            "The checkpoint's tensors differ from the unbroken run's.");
    }

    private static ReadOnlySpan<byte> Elements(string path)
    {
        var file = File.ReadAllBytes(path);
        return file.AsSpan(8 + (int)BinaryPrimitives.ReadUInt64LittleEndian(file));
    }

    private string[] Samples() =>
        [.. Directory.GetFiles(Path.Combine(Folder, "samples")).Select(path => "samples/" + Path.GetFileName(path)).Order()];

    /// <summary>The lines of history.csv without the columns that tell the time.</summary>
    private string[] History()
    {
        var rows = File.ReadAllLines(Path.Combine(Run, "history.csv")).Select(line => line.Split(',')).ToList();
        var kept = Enumerable.Range(0, rows[0].Length).Where(column => !s_times.Contains(rows[0][column])).ToList();
        return [.. rows.Select(row => string.Join(',', kept.Select(column => row[column])))];
    }
}
