using System.CommandLine;
using FashionGanTf.Captions;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Display;
using FashionGanTf.Datasets;
using FashionGanTf.Evaluation.Words.Scorer;
using Tensorflow.Serialization;
using static Tensorflow.Binding;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan train-scorer</c>.</summary>
internal static class TrainScorerCommand
{
    internal static readonly string[] Examples = ["train-scorer --out caption-scorer.safetensors"];

    internal static Command Make(CancellationToken interrupted)
    {
        var output = PathOption.File("--out", "The file for its weights.", "a safetensors file", ".safetensors");
        output.Required = true;
        var data = PathOption.Of("--data", "Pictures in Fashion-MNIST's ten classes [default: Fashion-MNIST, found or fetched].",
            "FOLDER_OR_FILE");
        var epochs = NumberOption.Of("--epochs", "Passes over the training pictures.", CaptionScorerTraining.Epochs, 1,
            MeasuredCaptions.Most);
        var threads = NumberOption.Optional("--threads", "Threads that work [default: one a core]. The result does not depend on it.", 1,
            Training.RunConfig.MostThreads);
        var command = new Command("train-scorer", "Make a scorer that tells which caption a picture goes with, for evaluate --words; the " +
            "one that ships was made this way.") { output, data, epochs, threads };
        command.SetAction(result =>
        {
            var (file, passes) = (result.GetRequiredValue(output)!, result.GetValue(epochs));
            AtomicFile.RequireWritable(file, "; choose another with --out");
            tf.config.threading.set_intra_op_parallelism_threads(result.GetValue(threads) ?? 0);
            var options = new Training.TrainingOptions { Data = result.GetValue(data) }.Pictures();
            var pictures = PreparingDisplay.Show(progress => PictureSet.Read(options, labelled: null, progress, interrupted));
            CaptionScorer scorer;
            try
            {
                scorer = CaptionScorerTraining.Train(pictures, passes, Tell, interrupted);
            }
            catch (OperationCanceledException error)
            {
                throw new OperationCanceledException($"interrupted; {file} was not written.", error, interrupted);
            }

            var checksum = CaptionScorerFile.Save(file, scorer, pictures.Rows.Sha256(), passes);
            var shipped = checksum == CaptionScorerFile.PretrainedSha256 ? "that" : "another than that";
            Console.WriteLine($"Weights in {file}.");
            Console.WriteLine($"SHA-256 {checksum}: {shipped} of the scorer that ships with this program.");
            return ExitCode.Success;
        });
        return command;
    }

    private static void Tell(long made, long steps, float loss)
    {
        const int every = 100;
        if (made % every == 0 || made == steps)
            Console.WriteLine(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"step {made}/{steps}, loss {loss:0.0000}"));
    }
}
