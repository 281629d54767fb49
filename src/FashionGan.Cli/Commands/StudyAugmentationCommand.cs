using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Display;
using FashionGanTf.Studies;
using FashionGanTf.Training;
using static Tensorflow.Binding;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan study-augmentation</c>.</summary>
internal static class StudyAugmentationCommand
{
    internal static readonly string[] Examples =
    [
        "study-augmentation --out study",
        "study-augmentation --per-class 10 --per-class 100 --seeds 5 --out study",
        "study-augmentation --diffaugment color,translation,cutout --out study-diffaugment",
    ];

    private const int Most = 1_000_000;

    internal static Command Make(CancellationToken interrupted)
    {
        var standard = new StudyOptions();
        var pictures = new PictureLine("Pictures with labels to choose from, and test pictures with labels: a folder with a folder of " +
            "pictures for each class, of IDX, NumPy or parquet files, or one of these files [default: Fashion-MNIST, found or fetched].");
        var perClass = NumberOption.Many("--per-class", "How many real pictures of each class there are; may be given again. With 100 " +
            "and more there is a part, too, where one class has a hundredth of the most " +
            $"[default: {string.Join(", ", standard.PerClass)}].", 1, Most);
        var seeds = NumberOption.Of("--seeds", "How often each part is made, with other real pictures and other weights; at least " +
            $"{StudyOptions.FewestSeeds}.", standard.Seeds, StudyOptions.FewestSeeds, Most);
        var ganSteps = NumberOption.Optional("--gan-steps", "Steps of each GAN [default: 40 passes over its pictures, from 1000 to 5000].",
            1, Most);
        var game = new TrainingLine("--diffaugment");
        var steps = NumberOption.Of("--steps", "Steps of each classifier.", standard.Steps, 1, Most);
        var drawn = NumberOption.Of("--drawn", "How many pictures of each class are drawn.", standard.Drawn, 1, Most);
        var threads = NumberOption.Optional("--threads", "Threads that work [default: one a core]. The result does not depend on it.", 1,
            RunConfig.MostThreads);
        var output = PathOption.Folder("--out", "The folder for the results; a study that was interrupted there goes on.");
        output.Required = true;

        var command = new Command("study-augmentation", "Find out when drawn pictures help a classifier: GANs that see few real " +
            "pictures, and classifiers with and without what they draw.");
        foreach (var option in pictures.Options)
            command.Add(option);
        foreach (var option in new Option[] { perClass, seeds, ganSteps }.Concat(game.Options).Concat([steps, drawn, threads, output]))
            command.Add(option);
        command.SetAction(result =>
        {
            var folder = result.GetRequiredValue(output)!;
            PathOption.RequireNoFile(folder);
            var training = game.Read(result, new TrainingOptions());
            if (training.Contradiction() is { } contradiction)
                throw new UsageException(contradiction);
            tf.config.threading.set_intra_op_parallelism_threads(result.GetValue(threads) ?? 0);
            var options = standard with
            {
                PerClass = result.GetValue(perClass) is { Length: > 0 } given ? given : standard.PerClass,
                Seeds = result.GetValue(seeds), GanSteps = result.GetValue(ganSteps), Steps = result.GetValue(steps),
                Drawn = result.GetValue(drawn), Diffaugment = training.Diffaugment,
            };
            var place = pictures.Read(result).Pictures();
            var data = PreparingDisplay.Show(progress => StudyData.Read(place, progress, interrupted));
            PreparingDisplay.Say(data.Train.Broken);
            var study = new AugmentationStudy(options, data, folder, TrainingDisplay.Show, interrupted);
            try
            {
                Console.Write(study.Run());
            }
            catch (OperationCanceledException error)
            {
                var again = Invocation.Of([.. result.Tokens.Select(token => token.Value)]);
                throw new OperationCanceledException(
                    $"interrupted; finished classifiers are kept. Go on with: {again}", error, interrupted);
            }

            Console.WriteLine($"Table, plot, JSON and a sheet of each GAN are in {folder}.");
            return ExitCode.Success;
        });
        return command;
    }
}
