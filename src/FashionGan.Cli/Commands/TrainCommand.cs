using System.CommandLine;
using System.Globalization;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Display;
using FashionGanTf.Plots;
using FashionGanTf.Training;
using static Tensorflow.Binding;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan train</c>.</summary>
internal static class TrainCommand
{
    internal static readonly string[] Examples =
    [
        "fashion-gan train --epochs 50",
        "fashion-gan train --epochs 1 --limit 2048 --batch-size 64 --out /tmp/try",
        "fashion-gan train --data my-pictures --label-smoothing 0.1 --seed 7",
        "fashion-gan train --resume",
        "fashion-gan train --dry-run",
    ];

    internal static Command Make(CancellationToken interrupted)
    {
        var standard = new TrainingOptions();
        var epochs = NumberOption.Of("--epochs", "How often all pictures are seen.", standard.Epochs, 1, TrainingLimits.Epochs);
        var batchSize = NumberOption.Of("--batch-size", "Pictures in a step.", standard.BatchSize, 1, TrainingLimits.BatchSize);
        var latentDim =
            NumberOption.Of("--latent-dim", "Numbers that a picture is drawn from.", standard.LatentDim, 1, TrainingLimits.LatentDim);
        var learningRate =
            NumberOption.Of("--learning-rate", "The step size of both Adams.", standard.LearningRate, 0, TrainingLimits.LearningRate);
        var discriminatorLearningRate = NumberOption.Optional("--discriminator-learning-rate",
            "The step size of the discriminator's Adam [default: as --learning-rate].", 0, TrainingLimits.LearningRate);
        var beta1 = NumberOption.Of("--beta1", "How much both Adams keep of their mean gradient.", standard.Beta1, 0, TrainingLimits.Beta1);
        var labelSmoothing =
            NumberOption.Of("--label-smoothing", "Real pictures get the label 1 minus this.", standard.LabelSmoothing, 0, 1);
        var labelNoise = NumberOption.Of("--label-noise", "Labels move towards the other side by up to this.", standard.LabelNoise, 0, 1);
        var ema = NumberOption.Of("--ema", "Decay of a moving average of the generator's weights, which draws the samples; 0 for none.",
            standard.Ema, 0, TrainingLimits.Ema);
        var seed = NumberOption.Of("--seed", "Where all random numbers start.", standard.Seed, 0, int.MaxValue);
        var threads = NumberOption.Optional("--threads", "Threads that work [default: one a core]. The result does not depend on it.", 1,
            TrainingLimits.Threads);
        var data = PathOption
            .Of("--data", "Pictures to train on: a folder with IDX files as Fashion-MNIST's, or one of them [default: found or fetched].",
                "FOLDER_OR_IDX");
        var output =
            PathOption.Of("--out", "Where samples/ and run/ go [default: the repository's root, or the working directory].", "DIR");
        var limit = NumberOption.Optional("--limit", "Train on the first N pictures only.", 1, int.MaxValue);
        var checkpointEvery = NumberOption.Of("--checkpoint-every", "Minutes between two checkpoints within an epoch; 0 for one after " +
            "each step.", standard.CheckpointEvery, 0, TrainingLimits.CheckpointEvery);
        var resume = new Option<bool>("--resume")
            { Description = "Go on with the run that lies there from its newest checkpoint; options that are not given are the run's." };
        var overwrite = new Option<bool>("--overwrite") { Description = "Remove the files of the run that lies there, and no others." };
        var dryRun =
            new Option<bool>("--dry-run") { Description = "Show the configuration, both networks and what a step costs; train nothing." };

        var command =
            new Command("train", "Train on Fashion-MNIST: a picture of samples after each epoch in samples/, weights and history in run/.")
        {
            epochs, batchSize, latentDim, learningRate, discriminatorLearningRate, beta1, labelSmoothing, labelNoise, ema, seed, threads,
                data, output, limit, checkpointEvery, resume, overwrite, dryRun,
        };
        command.SetAction(result =>
        {
            if (result.GetValue(resume) && result.GetValue(overwrite))
                throw new UsageException("--resume goes on with a run and --overwrite removes it; give one of them.");
            var start = result.GetValue(resume) ? RunStart.Resume : result.GetValue(overwrite) ? RunStart.Overwrite : RunStart.New;
            var folders = new RunFolders(result.GetValue(output) ?? RunLocation.Default());
            PathOption.RequireNoFile(folders.Root);
            // A run that goes on keeps what nobody asks to change.
            var before = start == RunStart.Resume ? folders.ReadConfig().Options : null;
            T Value<T>(Option<T> option, Func<TrainingOptions, T> ofRun) =>
                before is not null && result.GetResult(option) is null or { Implicit: true } ? ofRun(before) : result.GetValue(option)!;
            var options = new TrainingOptions
            {
                Epochs = Value(epochs, run => run.Epochs),
                BatchSize = Value(batchSize, run => run.BatchSize),
                LatentDim = Value(latentDim, run => run.LatentDim),
                LearningRate = Value(learningRate, run => run.LearningRate),
                DiscriminatorLearningRate = Value(discriminatorLearningRate, run => run.DiscriminatorLearningRate),
                Beta1 = Value(beta1, run => run.Beta1),
                LabelSmoothing = Value(labelSmoothing, run => run.LabelSmoothing),
                LabelNoise = Value(labelNoise, run => run.LabelNoise),
                Ema = Value(ema, run => run.Ema),
                Seed = Value(seed, run => run.Seed),
                Limit = Value(limit, run => run.Limit),
                CheckpointEvery = Value(checkpointEvery, run => run.CheckpointEvery),
                Data = Value(data, run => run.Data) is { } folder ? Path.GetFullPath(folder) : null,
            };
            if (options.LabelSmoothing + options.LabelNoise >= 1)
                throw new UsageException("--label-smoothing and --label-noise together must stay below 1.");
            tf.config.threading.set_intra_op_parallelism_threads(result.GetValue(threads) ?? 0);
            Train(options, folders, start, result.GetValue(dryRun), interrupted);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Train(TrainingOptions options, RunFolders folders, RunStart start, bool dryRun, CancellationToken interrupted)
    {
        // Before data are fetched; Open looks again, alone in the folder.
        if (start == RunStart.New && !dryRun)
            folders.RequireNoRun();
        var run = new TrainingRun(options);
        if (dryRun)
        {
            Describe(run, interrupted);
            return;
        }

        using var open = run.Open(folders, start, StandardError.Say);
        try
        {
            var introduction = $"Training on {run.Images.shape[0]} pictures, steps an epoch: {run.StepsPerEpoch}, epochs: " +
                $"{options.Epochs}; writing to {folders.Samples} and {folders.Run}.";
            TrainingDisplay.Show(options.Epochs, run.StepsPerEpoch, options.BatchSize, introduction, display =>
                open.Train([display], interrupted));
        }
        catch (OperationCanceledException error)
        {
            throw new OperationCanceledException($"interrupted; the run is saved. Go on with: fashion-gan train --resume --out " +
                $"{Quoted(Path.GetFullPath(folders.Root))}", error, interrupted);
        }

        RunPlots.Write(folders);
        Console.WriteLine($"Samples and plots are in {folders.Samples}, weights and history in {folders.Run}.");
    }

    /// <summary>As a shell takes it.</summary>
    private static string Quoted(string path) => path.All(c => char.IsLetterOrDigit(c) || "/\\:._-~".Contains(c))
        ? path : $"'{path.Replace("'", "'\\''")}'";

    private static void Describe(TrainingRun run, CancellationToken interrupted)
    {
        Console.Write(run.Config.ToJson());
        run.Model.Generator.summary();
        run.Model.Discriminator.summary();
        var (all, useful) =
            (StepCost.Flop(run.Model, run.Options.BatchSize) / 1e9, StepCost.UsefulFlop(run.Model, run.Options.BatchSize) / 1e9);
        var time = StepTime.Measure(run, interrupted);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"A step of {run.Options.BatchSize} pictures takes {all:0.0} GFLOP ({useful:0.0} without padding) and " +
            $"{time.TotalMilliseconds:0} ms here; an epoch has {run.StepsPerEpoch} steps, {run.StepsPerEpoch * time.TotalSeconds:0} s."));
        Console.WriteLine("Nothing was trained or written.");
    }
}
