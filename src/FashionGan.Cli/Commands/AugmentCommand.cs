using System.CommandLine;
using System.Globalization;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Display;
using FashionGanTf.Datasets;
using FashionGanTf.Models;
using FashionGanTf.Plots;
using FashionGanTf.Training;
using static Tensorflow.Binding;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan augment</c>.</summary>
internal static class AugmentCommand
{
    internal static readonly string[] Examples =
    [
        "augment --class sandal:500 --class bag:200 --out more",
        "augment --data my-pictures --model run/generator.safetensors --balance --out balanced",
        "augment --data my-pictures --train 50 --per-class 1000 --out more",
    ];

    private const int Most = 1_000_000;

    internal static Command Make(CancellationToken interrupted)
    {
        var pictures = new PictureLine("The data set that gets more, with labels: a folder with a folder of pictures for each class, of " +
            "IDX, NumPy or parquet files, or one of these files [default: Fashion-MNIST, found or fetched].");
        var model = ModelOption.Of("Draw with this generator of the same classes", $"{ModelOption.WithClasses}, unless there is --train");
        var train = NumberOption.Optional("--train", "Train a generator on this very data for so many epochs; the run lies in --out, " +
            "and the same command goes on with it.", 1, (int)TrainingOption.All.Single(option => option.Name == "--epochs").Most);
        var perClass = NumberOption.Optional("--per-class", "Draw so many pictures of each class.", 1, Most);
        var balance = new Option<bool>("--balance") { Description = "Draw of each class what it lacks to the largest." };
        var classes = ClassOption.Many("--class", "Draw so many pictures of a class, as sandal:500; may be given again.", Most);
        var seed = NumberOption.Of("--seed", "Which pictures are drawn.", 1, 0, int.MaxValue);
        var threads = NumberOption.Optional("--threads", "Threads that work [default: one a core]. The result does not depend on it.", 1,
            RunConfig.MostThreads);
        var mixing = MannerOption.StyleMixing();
        var output = PathOption.Folder("--out", "The folder for the IDX files, classes.txt and drawn.csv.");
        output.Required = true;

        var command = new Command("augment", "Add drawn pictures with labels to a data set: its IDX files anew, real pictures first, and " +
            "a table of which are drawn, and from what.");
        foreach (var option in pictures.Options)
            command.Add(option);
        foreach (var option in new Option[] { model, train, perClass, balance, classes, seed, mixing, threads, output })
            command.Add(option);
        command.SetAction(result =>
        {
            var (file, epochs, folder) = (result.GetValue(model), result.GetValue(train), result.GetRequiredValue(output)!);
            if (file is not null && epochs is not null)
                throw new UsageException("Pictures are drawn by a generator that is there, --model, or by a new one, --train; give one.");
            if (result.GetValue(mixing) && epochs is not null)
                throw new UsageException("--style-mixing goes with a StyleGAN, and the generator that --train makes is a DCGAN.");
            var (number, asked) = (result.GetValue(perClass), result.GetValue(classes)!);
            if (new[] { number is not null, result.GetValue(balance), asked.Length > 0 }.Count(isGiven => isGiven) != 1)
                throw new UsageException("--per-class, --balance and --class each say how many pictures to draw; give one of them.");
            if (Array.Find(asked, one => one.Count is null) is { } vague)
                throw new UsageException($"--class {vague.Class} does not say how many; write it as '{vague.Class}:500'.");
            PathOption.RequireNoFile(folder);
            AugmentedData.RequireNone(folder);
            tf.config.threading.set_intra_op_parallelism_threads(result.GetValue(threads) ?? 0);

            var options = pictures.Read(result);
            var place = options.Pictures();
            var real = PreparingDisplay.Show(progress => PictureSet.Read(place, labelled: true, progress, interrupted));
            PreparingDisplay.Say(real.Broken);
            var counts = Counts(real, number, asked);
            var name = epochs is null ? file ?? ModelOption.WithClasses : "The new model";
            var gan = epochs is { } some ? Train(real, options, some, folder, Again(result), interrupted) : ModelOption.Load(name);
            AugmentedData.RequireSame(gan.Classes, name, real.Classes);
            AugmentedData.RequireSameShape(gan, name, real);
            if (result.GetValue(mixing))
                MannerOption.RequireStyles(gan, mixing);
            var augmented = new AugmentedData(real, counts, result.GetValue(seed), result.GetValue(mixing) ? gan.Styles : 0);
            Write(augmented, folder, place, gan, interrupted);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{real.Count + augmented.Count} training pictures in {folder}: {real.Count} real, then " +
                $"{augmented.Count} drawn, which {AugmentedData.Table} lists."));
            return ExitCode.Success;
        });
        return command;
    }

    private static int[] Counts(PictureSet real, int? perClass, ClassOption[] asked)
    {
        try
        {
            var counts = perClass is { } number ? DrawnCounts.PerClass(real, number)
                : asked.Length == 0 ? DrawnCounts.Balance(real)
                : DrawnCounts.Of(real, asked.Select(one => (one.Class, one.Count!.Value)));
            return counts.Sum(count => (long)count) <= Most ? counts
                : throw new UsageException($"{counts.Sum(count => (long)count)} pictures are asked for; {Most} is the most.");
        }
        catch (ArgumentException error) when (asked.Length > 0)
        {
            throw new UsageException($"--class: {error.Message}");
        }
    }

    private static void Write(AugmentedData augmented, string folder, PictureOptions place, FashionGan gan, CancellationToken interrupted)
    {
        try
        {
            augmented.Write(folder, place, recipes => gan.Draw(recipes), interrupted);
        }
        catch (OperationCanceledException error)
        {
            throw new OperationCanceledException($"interrupted; no data set was written to {folder}.", error, interrupted);
        }
    }

    /// <summary>A generator that learned from the data, in a run of its own; one that lies there is gone on with.</summary>
    private static FashionGan Train(
        PictureSet real, TrainingOptions options, int epochs, string folder, string again, CancellationToken interrupted)
    {
        var folders = new RunFolders(folder);
        var place = options.Data is null ? null : Path.GetFullPath(options.Data);
        options = options with { Epochs = epochs, Conditional = true, Data = place };
        options = options with { BatchSize = Math.Min(options.BatchSize, real.Count) };
        var run = new TrainingRun(options);
        using (var open = run.Open(folders, folders.HoldRun ? RunStart.Resume : RunStart.New, StandardError.Say))
            if (!open.HasEnded)
                TrainCommand.Train(open, run, folders, again, interrupted);
        RunPlots.Write(folders, CancellationToken.None);
        return FashionGan.Load(Path.Combine(folders.Run, "generator.safetensors"));
    }

    private static string Again(ParseResult result) => Invocation.Of([.. result.Tokens.Select(token => token.Value)]);
}
