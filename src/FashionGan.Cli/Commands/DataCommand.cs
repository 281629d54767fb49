using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Datasets.Survey;
using FashionGanTf.Imaging;
using FashionGanTf.Training;
using Tensorflow.Serialization;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan data</c>.</summary>
internal static class DataCommand
{
    internal static readonly string[] Examples =
    [
        "data my-pictures",
        "data my-pictures --out sheet.png",
        "data fashion-product-images --label-column articleType --size 64",
    ];

    internal static Command Make(CancellationToken interrupted)
    {
        var place = new Argument<string>("DIR") { Description = "A folder or file with pictures, as train takes it by --data." };
        var training = new TrainingLine("--size", "--channels", "--fit", "--background", "--label-column");
        var output = PathOption.File("--out", "A PNG file for a sheet of samples as a training would get them, a row for each class.",
            "a PNG picture", ".png");
        var command = new Command("data", "Show what is understood of a folder of pictures: how they lie there, counts, classes, sizes, " +
            "what is left out and why.") { place };
        foreach (var option in training.Options)
            command.Add(option);
        command.Add(output);
        command.SetAction(result =>
        {
            var options = training.Read(result, new TrainingOptions { Data = result.GetRequiredValue(place) });
            if (options.Contradiction() is { } contradiction)
                throw new UsageException(contradiction);
            var file = result.GetValue(output);
            if (file is not null)
                AtomicFile.RequireWritable(file, "; choose another with --out");
            var data = DataDescription.Of(options.Pictures(), interrupted);
            Console.Write(data.Text());
            if (file is not null)
            {
                PngWriter.Write(file, data.Sheet(interrupted));
                Console.WriteLine($"A sheet of samples is in {file}.");
            }

            return ExitCode.Success;
        });
        return command;
    }
}
