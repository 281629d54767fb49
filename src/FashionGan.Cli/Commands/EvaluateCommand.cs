using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Display;
using FashionGanTf.Evaluation;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Report;
using FashionGanTf.Models;
using Tensorflow.Serialization;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan evaluate</c>.</summary>
internal static class EvaluateCommand
{
    internal static readonly string[] Examples =
    [
        "evaluate",
        "evaluate --run .",
        "evaluate --model conditional",
        "evaluate --model run/generator.safetensors --seed 7 --out evaluation",
        "evaluate --images generated-images-idx3-ubyte.gz --against train",
        "evaluate --images pictures --json metrics.json",
    ];

    internal static Command Make(CancellationToken interrupted)
    {
        var model = ModelOption.Of(
            "Judge what this generator draws, and a discriminator.safetensors beside it", FashionGan.PretrainedNames[0]);
        var images = PathOption.Of("--images", "Judge these pictures: a folder of gray PNG files, also in folders of their own, or an " +
            "IDX file.", "FOLDER_OR_IDX");
        var run = PathOption.Of("--run", "Judge a run: its generator's pictures, unless others are given, and its discriminator.", "DIR");
        var against = PathOption.Of("--against", "Compare with the test or the training pictures, or with others [default: test].",
            "test|train|FOLDER_OR_IDX");
        var count = NumberOption.Of("--count", "How many pictures to draw, or to take at most.", 10_000, 2, 1_000_000);
        var seed = NumberOption.Of("--seed", "Which pictures are drawn, and which samples are taken.", 1, 0, int.MaxValue);
        var data = PathOption
            .Of("--data", "A folder with the data set as IDX files [default: the run's, or Fashion-MNIST, found or fetched].", "DIR");
        var threads = NumberOption.Optional("--threads", "Threads that work [default: one a core]. The result does not depend on it.", 1,
            Training.RunConfig.MostThreads);
        var output = PathOption.Folder("--out", "The folder for report.html, metrics.json and plots [default: evaluation/ in the run's " +
            "folder, the repository's root or the working directory].");
        var json = PathOption.File("--json", "A file that gets what metrics.json holds, too.", "JSON text", ".json", ".txt");

        var device = DeviceOption.ToDraw();

        var command = new Command("evaluate",
            "Judge pictures: how near they come to real ones, beside other real pictures and noise, and whether they are copies.")
        {
            model, images, run, against, count, seed, data, threads, output, json, device,
        };
        command.SetAction(result =>
        {
            var (file, place, folder) = (result.GetValue(model), result.GetValue(images), result.GetValue(run));
            if (file is not null && place is not null)
                throw new UsageException("--model draws pictures and --images names some; give one of them.");
            var target = result.GetValue(output) ?? Path.Combine(folder ?? RunLocation.Default(), "evaluation");
            PathOption.RequireNoFile(target);
            // Before the work, not after it.
            if (result.GetValue(json) is { } figures)
            {
                if (Path.GetFullPath(figures) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(target)))
                    throw new UsageException($"--json and --out both name {figures}; one is a file, the other a folder.");
                AtomicFile.RequireWritable(figures, "; choose another with --json");
            }

            tf.config.threading.set_intra_op_parallelism_threads(result.GetValue(threads) ?? 0);

            DeviceOption.Use(result.GetValue(device), pays: result.GetValue(count) >= GenerateCommand.ManyPictures);
            var source = new JudgedPictures(file, place, folder);
            var reference = Reference.Of(result.GetValue(against) ?? "test");
            var dataset = keras.datasets.fashion_mnist.open_data(result.GetValue(data) ?? source.Data);
            var (test, train) = (dataset.ReadTestImages(), dataset.ReadTrainImages());
            EvaluationDisplay.Show(begin =>
            {
                var subject = source.Subject(result.GetValue(count), reference, result.GetValue(seed), begin, interrupted);
                EvaluationFiles.Prepare(target);
                var evaluation = new Evaluator(FashionClassifier.Pretrained(), train, test, begin, interrupted)
                {
                    TrainLabels = dataset.ReadTrainLabels(train.shape[0])?.ToArray<byte>(),
                    TestLabels = dataset.ReadTestLabels(test.shape[0])?.ToArray<byte>(),
                }.Evaluate(subject);
                EvaluationFiles.Write(target, evaluation, Invocation.Of([.. result.Tokens.Select(token => token.Value)]));
                if (result.GetValue(json) is { } path)
                    EvaluationFiles.WriteJson(path, evaluation);
                return evaluation;
            });
            Console.WriteLine($"The report is {Path.Combine(target, EvaluationFiles.Report)}; figures, plots and pairs are beside it.");
            return ExitCode.Success;
        });
        return command;
    }
}
