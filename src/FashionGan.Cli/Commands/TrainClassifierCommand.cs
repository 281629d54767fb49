using System.CommandLine;
using System.Globalization;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Display;
using FashionGanTf.Evaluation.Classifier;
using Tensorflow.Keras.Callbacks;
using Tensorflow.Serialization;
using static Tensorflow.Binding;
using static Tensorflow.KerasApi;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan train-classifier</c>.</summary>
internal static class TrainClassifierCommand
{
    internal static readonly string[] Examples = ["train-classifier --out fashion-classifier.safetensors"];

    internal static Command Make(CancellationToken interrupted)
    {
        var output = PathOption.File("--out", "The file for its weights.", "a safetensors file", ".safetensors");
        output.Required = true;
        var data = PathOption
            .Of("--data", "Pictures to train on, with labels and test files: a folder with IDX files [default: Fashion-MNIST, found or " +
                "fetched].", "DIR");
        var threads = NumberOption.Optional("--threads", "Threads that work [default: one a core]. The result does not depend on it.", 1,
            Training.RunConfig.MostThreads);

        var command = new Command("train-classifier", "Make the classifier anew in whose features evaluate compares pictures; the one " +
            "that ships was made this way.") { output, data, threads };
        command.SetAction(result =>
        {
            var file = result.GetRequiredValue(output)!;
            AtomicFile.RequireWritable(file, "; choose another with --out");
            tf.config.threading.set_intra_op_parallelism_threads(result.GetValue(threads) ?? 0);
            var ((images, labels), (testImages, testLabels)) = keras.datasets.fashion_mnist.load_data(result.GetValue(data));
            var steps = ClassifierTraining.Steps(images.shape[0]);
            var stop = new LambdaCallback(on_train_batch_end: (_, _) => interrupted.ThrowIfCancellationRequested());
            var introduction = $"Training on {images.shape[0]} pictures and their mirror images, " +
                $"{ProgressText.Steps(steps, $" of {ClassifierTraining.BatchSize} an epoch", 0)}, " +
                $"{ProgressText.Count(ClassifierTraining.Epochs, "epoch")}.";
            FashionClassifier? classifier = null;
            try
            {
                TrainingDisplay.Show(
                    ClassifierTraining.Epochs, steps, ClassifierTraining.BatchSize, introduction,
                    display => classifier = ClassifierTraining.Train(images, labels, display, stop));
            }
            catch (OperationCanceledException error)
            {
                throw new OperationCanceledException($"interrupted; {file} was not written.", error, interrupted);
            }

            var accuracy = ClassifierTraining.Accuracy(classifier!, testImages, testLabels);
            var checksum = classifier!.Save(file);
            var shipped = checksum == FashionClassifier.PretrainedSha256
                ? "those that ship with this program"
                : "others than ship with this program";
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Right on {accuracy:0.00 %} of {testImages.shape[0]} test pictures; weights in {file}."));
            Console.WriteLine($"SHA-256 {checksum}: {shipped}.");
            return ExitCode.Success;
        });
        return command;
    }
}
