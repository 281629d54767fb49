using System.CommandLine;
using System.Globalization;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Display;
using FashionGanTf.Datasets;
using FashionGanTf.Distributed;
using FashionGanTf.Imaging;
using FashionGanTf.Plots;
using FashionGanTf.Training;
using Tensorflow.Distribute;
using static Tensorflow.Binding;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan train</c>.</summary>
internal static class TrainCommand
{
    internal static readonly string[] Examples =
    [
        "train --epochs 50",
        "train --epochs 1 --limit 2048 --batch-size 64 --out /tmp/try",
        "train --data my-pictures --size 64 --flip --seed 7",
        "train --conditional",
        "train --text captions.jsonl",
        "train --limit 6000 --diffaugment color,translation,cutout",
        "train --network residual --loss relativistic --r1 0.5 --r2 0.5",
        "train --network stylegan --r1 0.1 --penalty-every 16 --learning-rate 0.01 --beta2 0.99 --label-smoothing 0",
        "train --resume",
        "train --dry-run",
    ];

    internal static Command Make(CancellationToken interrupted)
    {
        var training = new TrainingLine();
        var threads = NumberOption.Optional("--threads", "Threads that work [default: one a core]. The result does not depend on it.", 1,
            RunConfig.MostThreads);
        var output =
            PathOption.Folder("--out", "Where samples/ and run/ go [default: the repository's root, or the working directory].");
        var resume = new Option<bool>("--resume")
            { Description = "Go on with the run that lies there from its newest checkpoint; options that are not given are the run's." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Remove the files of the run that lies there, and no others." };
        var (distributed, timeout) = (DistributedOption.Make(), DistributedOption.Timeout());
        var dryRun =
            new Option<bool>("--dry-run") { Description = "Show the configuration, both networks and what a step costs; train nothing." };

        var command =
            new Command("train", "Train on Fashion-MNIST, or on pictures of your own: a picture of samples after each epoch in samples/, " +
                "weights and history in run/.");
        foreach (var option in training.Options)
            command.Add(option);
        foreach (var option in new Option[] { threads, distributed, timeout, output, resume, overwrite, dryRun })
            command.Add(option);
        command.SetAction(result =>
        {
            if (result.GetValue(resume) && result.GetValue(overwrite))
                throw new UsageException("--resume goes on with a run and --overwrite removes it; give one of them.");
            var mpi = DistributedOption.Open(result.GetValue(distributed));
            var start = result.GetValue(resume) ? RunStart.Resume : result.GetValue(overwrite) ? RunStart.Overwrite : RunStart.New;
            var folders = new RunFolders(result.GetValue(output) ?? RunLocation.Default());
            PathOption.RequireNoFile(folders.Root);
            // A run that goes on keeps what nobody asks to change.
            var options = training.Read(result, start == RunStart.Resume
                ? folders.ReadConfig(mpi ?? (ICommunicator)new OneProcess()).Options : new TrainingOptions());
            if (options.Contradiction() is { } contradiction)
                throw new UsageException(contradiction);
            if (options.BatchSize == 1)
                throw new UsageException($"--batch-size 1: {TrainingPictures.OneIsTooFew}");
            DistributedOption.SetThreads(result.GetValue(threads), mpi);
            DeviceOption.Use(options.Device, pays: true, options.Tf32 is true);
            if (mpi is not null)
                RequireShared(options, result.GetValue(dryRun), mpi);
            Train(options, folders, start, result.GetValue(dryRun), mpi, result.GetValue(timeout), interrupted);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Requires that processes can share a training. Rank 0 complains; the others wait, until the launcher ends them.</summary>
    private static void RequireShared(TrainingOptions options, bool dryRun, MpiCommunicator mpi)
    {
        if (mpi.Rank == 0 && dryRun)
            throw new UsageException("--dry-run describes a training in one process; call it without mpirun.");
        if (mpi.Rank == 0 && options.TooFewReplicas(mpi.Size) is { } tooFew)
            throw new UsageException(tooFew);
        mpi.Barrier();
    }

    private static void Train(
        TrainingOptions options, RunFolders folders, RunStart start, bool dryRun, MpiCommunicator? mpi, double timeout,
        CancellationToken interrupted)
    {
        var writes = mpi is null or { Rank: 0 };
        // Before data are fetched; Open looks again, alone in the folder.
        if (start == RunStart.New && !dryRun && writes)
            folders.RequireNoRun();
        // Rank 0 first: what it fetches and prepares, the others on its machine find.
        if (!writes)
            mpi!.Barrier();
        var run = PreparingDisplay.Show(progress => new TrainingRun(options, progress, mpi, interrupted));
        if (writes)
            mpi?.Barrier();
        PreparingDisplay.Say(run.Data.Broken);
        if (run.PicturesPerEpoch < run.Data.Count && writes)
            StandardError.Say($"{run.Options.Text} has captions of {run.PicturesPerEpoch} of {run.Data.Count} pictures; the others are " +
                "left out.");
        if (dryRun)
        {
            Describe(run, interrupted);
            return;
        }

        using (var open = run.Open(folders, start, StandardError.Say))
        {
            // Not before: rank 0 may take long to prepare pictures.
            if (mpi is not null)
                DistributedOption.Watch(mpi, timeout);
            if (open.HasEnded)
                Console.WriteLine($"The run in {folders.Root} has ended after {ProgressText.Count(options.Epochs, "epoch")}. Make it " +
                    $"longer with: {Longer(options, folders)}");
            else
                Train(open, run, folders, mpi, interrupted);
        }

        mpi?.Leave();
        if (!writes)
            return;
        // The run has ended: whoever interrupts now gets its plots all the same.
        RunPlots.Write(folders, CancellationToken.None);
        Console.WriteLine($"Samples and plots are in {folders.Samples}, weights and history in {folders.Run}.");
        var model = Path.Combine(folders.Run, "generator.safetensors");
        Console.WriteLine($"Draw with it: {Invocation.Of("generate", "--model", model, "--grid", "8x8", "--out", "clothes.png")}");
        Console.WriteLine($"See it in a browser: {Invocation.Of("serve", "--run", folders.Root)}");
    }

    /// <summary>Trains, if need be with other processes, which end together.</summary>
    private static void Train(OpenRun open, TrainingRun run, RunFolders folders, MpiCommunicator? mpi, CancellationToken interrupted)
    {
        try
        {
            Train(open, run, folders, Invocation.Of("train", "--resume", "--out", Path.GetFullPath(folders.Root)), interrupted);
        }
        catch (Exception error) when (mpi is not null && error is (OperationCanceledException or DivergedException))
        {
            // All came to this after the same step. Rank 0 has saved, and says so; the others leave as after a whole training.
            if (mpi!.Rank > 0)
                return;
            mpi.Leave();
            throw;
        }
    }

    /// <summary>Trains and shows it.</summary>
    /// <param name="open">The run in its folder.</param>
    /// <param name="run">What it is made from.</param>
    /// <param name="folders">Where it writes.</param>
    /// <param name="resume">The command that goes on with it when it is interrupted.</param>
    /// <param name="interrupted">Ends it.</param>
    /// <exception cref="OperationCanceledException">It is interrupted; the message says how to go on.</exception>
    internal static void Train(OpenRun open, TrainingRun run, RunFolders folders, string resume, CancellationToken interrupted)
    {
        var options = run.Options;
        var place = run.Config.Device is { } device && device.StartsWith("GPU", StringComparison.Ordinal) ? $" on {device}" : "";
        var introduction = $"Training{place} on {run.PicturesPerEpoch} pictures{OfShape(run)}" +
            $"{(run.Model.IsConditional ? $" of the classes {string.Join(", ", run.Data.Classes)}" : "")}{OfCaptions(run, " with ")}, " +
            $"{ProgressText.Steps(run.StepsPerEpoch, $" of {options.BatchSize} an epoch", run.LeftOut)}, " +
            $"{ProgressText.Count(options.Epochs, "epoch")}; writing to {folders.Samples} and {folders.Run}.";
        try
        {
            TrainingDisplay.Show(options.Epochs, run.StepsPerEpoch, options.BatchSize, introduction, display =>
                open.Train([display], interrupted));
        }
        catch (OperationCanceledException error)
        {
            throw new OperationCanceledException($"interrupted; the run is saved. Go on with: {resume}", error, interrupted);
        }
    }

    private static string Longer(TrainingOptions options, RunFolders folders) =>
        Invocation.Of("train", "--resume", "--epochs", $"{options.Epochs + 10}", "--out", folders.Root);

    /// <summary>What a run that learns words learns them from; nothing of another.</summary>
    private static string OfCaptions(TrainingRun run, string before) => run.Captions is { } captions
        ? $"{before}{captions.Count} captions of {captions.Vocabulary.Count} words" : "";

    /// <summary>What pictures are like, unless they are as Fashion-MNIST's.</summary>
    private static string OfShape(TrainingRun run) =>
        run.Data.Rows.Shape == PictureShape.FashionMnist ? "" : $" of {run.Data.Rows.Shape}";

    private static void Describe(TrainingRun run, CancellationToken interrupted)
    {
        var labelled = run.Data.Classes.Count > 0 ? $" of {run.Data.Classes.Count} classes" : "";
        Console.WriteLine(
            $"Data: {run.Data.Layout}; {run.Data.Count} pictures{labelled}, {run.Data.Rows.Shape}{OfCaptions(run, "; ")}.");
        Console.Write(run.Config.ToJson());
        run.Model.Generator.summary();
        run.Model.Discriminator.summary();
        var (all, useful) =
            (StepCost.Flop(run.Model, run.Options.BatchSize) / 1e9, StepCost.UsefulFlop(run.Model, run.Options.BatchSize) / 1e9);
        var time = StepTime.Measure(run, interrupted);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"A step of {run.Options.BatchSize} pictures takes {all:0.0} GFLOP ({useful:0.0} without padding) and " +
            $"{time.TotalMilliseconds:0} ms here; an epoch has {ProgressText.Steps(run.StepsPerEpoch, "", run.LeftOut)}, " +
            $"{run.StepsPerEpoch * time.TotalSeconds:0} s."));
        Console.WriteLine("Nothing was trained or written.");
    }
}
