using System.CommandLine;
using System.Globalization;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Display;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Classifier;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Serialization;
using static Tensorflow.Binding;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan train-classifier</c>.</summary>
internal static class TrainClassifierCommand
{
    internal static readonly string[] Examples =
    [
        "train-classifier --out fashion-classifier.safetensors",
        "train-classifier --data my-pictures --size 64 --epochs 20 --out my-classifier.safetensors",
    ];

    internal static Command Make(CancellationToken interrupted)
    {
        var output = PathOption.File("--out", "The file for its weights.", "a safetensors file", ".safetensors");
        output.Required = true;
        var pictures = new PictureLine("Pictures to train on, with labels: a folder with a folder of pictures for each class, of IDX or " +
            "parquet files, or one of these files [default: Fashion-MNIST, found or fetched].");
        var epochs = NumberOption.Of("--epochs", "Passes over the training pictures and their mirror images; few pictures need more.",
            ClassifierTraining.Epochs, 1, 100_000);
        var threads = NumberOption.Optional("--threads", "Threads that work [default: one a core]. The result does not depend on it.", 1,
            Training.RunConfig.MostThreads);

        var command = new Command("train-classifier", "Make a classifier in whose features evaluate compares pictures, from any pictures " +
            "with labels; the one that ships was made this way.") { output };
        foreach (var option in pictures.Options)
            command.Add(option);
        command.Add(epochs);
        command.Add(threads);
        command.SetAction(result =>
        {
            var file = result.GetRequiredValue(output)!;
            AtomicFile.RequireWritable(file, "; choose another with --out");
            tf.config.threading.set_intra_op_parallelism_threads(result.GetValue(threads) ?? 0);
            var options = pictures.Read(result).Pictures();
            var data = PreparingDisplay.Show(progress => PictureParts.Read(options, labelled: true, progress, interrupted));
            PreparingDisplay.Say(data.Train.Broken);
            var (train, passes) = (data.Train, result.GetValue(epochs));
            ClassifierTraining.Require(train);
            var steps = ClassifierTraining.Steps(train.Count);
            var stop = new LambdaCallback(on_train_batch_end: (_, _) => interrupted.ThrowIfCancellationRequested());
            var introduction = $"Training on {train.Count} pictures of {train.Classes.Count} classes and their mirror images, " +
                $"{ProgressText.Steps(steps, $" of {ClassifierTraining.BatchSize} an epoch", 0)}, " +
                $"{ProgressText.Count(passes, "epoch")}.";
            PictureClassifier? classifier = null;
            try
            {
                TrainingDisplay.Show(
                    passes, steps, ClassifierTraining.BatchSize, introduction,
                    display => classifier = ClassifierTraining.Train(train, passes, display, stop));
            }
            catch (OperationCanceledException error)
            {
                throw new OperationCanceledException($"interrupted; {file} was not written.", error, interrupted);
            }

            var checksum = classifier!.Save(file);
            var shipped = checksum == PictureClassifier.PretrainedSha256
                ? "that of the classifier that ships with this program"
                : "another than that of the classifier that ships with this program";
            var others = data.Name == PictureParts.HeldBack ? "training pictures that were held back, as there are no test pictures"
                : $"{data.Name} pictures";
            Console.WriteLine(data.OtherLabels is not { } labels ? $"The {others} have no labels to judge by; weights in {file}."
                : string.Create(CultureInfo.InvariantCulture,
                    $"Right on {ClassifierTraining.Accuracy(classifier!, data.Others, labels):0.00 %} of {data.Others.Count} {others}; " +
                    $"weights in {file}."));
            Console.WriteLine($"SHA-256 {checksum}: {shipped}.");
            return ExitCode.Success;
        });
        return command;
    }
}
