using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Display;
using FashionGanTf.Conditions;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation;
using FashionGanTf.Evaluation.Classifier;
using FashionGanTf.Evaluation.Features;
using FashionGanTf.Evaluation.Report;
using FashionGanTf.Generation;
using FashionGanTf.Models;
using Tensorflow.Serialization;
using static Tensorflow.Binding;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan evaluate</c>.</summary>
internal static class EvaluateCommand
{
    internal static readonly string[] Examples =
    [
        "evaluate",
        "evaluate --run .",
        "evaluate --model conditional",
        "evaluate --model conditional --words",
        "evaluate --model run/generator.safetensors --seed 7 --out evaluation",
        "evaluate --images generated-images-idx3-ubyte.gz --against train",
        "evaluate --images pictures --json metrics.json",
        "evaluate --run . --psi 1.2",
        "evaluate --run . --classifier my-classifier.safetensors",
        "evaluate --run . --features resnet18 --count 2000",
    ];

    internal static Command Make(CancellationToken interrupted)
    {
        var model = ModelOption.Of(
            "Judge what this generator draws, and a discriminator.safetensors beside it", FashionGan.PretrainedNames[0]);
        var images = PathOption.Of("--images", "Judge these pictures: a folder of pictures, also in folders of their own, or a " +
            "file of IDX or parquet. They must have the size of the data's.", "FOLDER_OR_FILE");
        var run = PathOption.Of("--run", "Judge a run: its generator's pictures, unless others are given, and its discriminator.", "DIR");
        var against = PathOption.Of("--against", "Compare with the test or the training pictures, or with others [default: test].",
            "test|train|FOLDER_OR_FILE");
        var count = NumberOption.Of("--count", "How many pictures to draw, or to take at most.", 10_000, 2, 1_000_000);
        var seed = NumberOption.Of("--seed", "Which pictures are drawn, and which samples are taken.", 1, 0, int.MaxValue);
        var (psi, mixing) = (MannerOption.Psi(), MannerOption.StyleMixing());
        var pictures = new PictureLine("The data set: a folder of pictures, of folders of them or of IDX, NumPy or parquet files, or one " +
            "of these files; its options are the run's, too, unless they are given [default: the run's, or Fashion-MNIST, " +
            "found or fetched].");
        var classifier = PathOption.Of("--classifier", "Compare in the features of this classifier, which train-classifier made " +
            "[default: the one of Fashion-MNIST that ships].", "FILE");
        var seeing = ChoiceOption.Of("--features", "Compare in the features of a classifier, or in those of ImageNet's ResNet-18, which " +
            $"are for pictures of anything; it is fetched by {ResNet18.Fetch} [default: classifier].",
            ["classifier", "resnet18"], text => text);
        var threads = NumberOption.Optional("--threads", "Threads that work [default: one a core]. The result does not depend on it.", 1,
            Training.RunConfig.MostThreads);
        var output = PathOption.Folder("--out", "The folder for report.html, metrics.json and plots [default: evaluation/ in the run's " +
            "folder, the repository's root or the working directory].");
        var json = PathOption.File("--json", "A file that gets what metrics.json holds, too.", "JSON text", ".json", ".txt");

        var words = new Option<bool>("--words")
        {
            Description = "Measure, too, whether pictures are what captions of the test pictures ask for. A model of texts is always " +
                "asked; one of classes is asked for the captions' classes alone.",
        };
        var device = DeviceOption.ToDraw();

        var command = new Command("evaluate",
            "Judge pictures: how near they come to real ones, beside other real pictures and noise, and whether they are copies.")
        {
            model, images, run, against, count, seed, psi, mixing,
        };
        foreach (var option in pictures.Options)
            command.Add(option);
        foreach (var option in new Option[] { words, seeing, classifier, threads, output, json, device })
            command.Add(option);
        command.SetAction(result =>
        {
            var (file, place, folder) = (result.GetValue(model), result.GetValue(images), result.GetValue(run));
            if (file is not null && place is not null)
                throw new UsageException("--model draws pictures and --images names some; give one of them.");
            if (result.GetValue(words) && place is not null)
                throw new UsageException("--words asks a model for captions, and --images names pictures; give one of them.");
            foreach (var option in new Option[] { psi, mixing })
                if (place is not null && result.GetResult(option) is { Implicit: false })
                    throw new UsageException($"{option.Name} says how a model draws, and --images names pictures; give one of them.");
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
            var manner = new Manner(Psi: result.GetValue(psi));
            var source = new JudgedPictures(file, place, folder, manner, result.GetValue(mixing));
            if (manner.Psi is not null)
                MannerOption.RequireFit(source.Gan, psi, manner);
            if (result.GetValue(mixing))
                MannerOption.RequireStyles(source.Gan, mixing);
            var options = source.Options(pictures.Read(result, source.Run));
            var features = Features(result.GetValue(seeing) == "resnet18", result.GetValue(classifier));
            var data = PreparingDisplay.Show(progress => PictureParts.Read(options, labelled: null, progress, interrupted));
            PreparingDisplay.Say(data.Train.Broken);
            if (features is PictureClassifier it)
                RequireFit(it, data.Train, result.GetValue(classifier));
            var alike = options with { Size = data.Train.Rows.Shape.Size, Channels = data.Train.Rows.Shape.Channels };
            var reference = Reference.Of(result.GetValue(against) ?? "test", alike);
            EvaluationDisplay.Show(begin =>
            {
                var subject = source.Subject(
                    data.Train.Rows.Shape, result.GetValue(count), reference, result.GetValue(seed), result.GetValue(words), begin,
                    interrupted);
                EvaluationFiles.Prepare(target);
                var evaluation = new Evaluator(features, data, begin, interrupted).Evaluate(subject);
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

    private static IPictureFeatures Features(bool ofResNet, string? classifier)
    {
        if (ofResNet && classifier is not null)
            throw new UsageException("--classifier names a classifier, and --features resnet18 takes none; give one of them.");
        return ofResNet ? ResNet18.Load() : classifier is null ? PictureClassifier.Pretrained() : PictureClassifier.Load(classifier);
    }

    /// <summary>Requires a classifier for the data.</summary>
    /// <exception cref="InvalidDataException">It is for other pictures, or one that was named is for other classes.</exception>
    private static void RequireFit(PictureClassifier classifier, PictureSet data, string? file)
    {
        if (classifier.Picture != data.Rows.Shape)
            throw new InvalidDataException($"{file ?? "The classifier that ships"} is for pictures of {classifier.Picture}, and " +
                $"the data's are {data.Rows.Shape}; train-classifier makes one for them, from pictures with labels; " +
                "--features resnet18 needs none.");
        if (file is not null && data.Classes.Count > 0 && !classifier.Classes.SequenceEqual(data.Classes))
            throw new InvalidDataException($"{file} tells {Some(classifier.Classes)} apart, and the data's classes are " +
                $"{Some(data.Classes)}; train-classifier makes a classifier of these.");
    }

    private static string Some(ClassNames classes)
    {
        const int most = 12;
        return string.Join(", ", classes.Take(most)) + (classes.Count > most ? $" and {classes.Count - most} more" : "");
    }
}
