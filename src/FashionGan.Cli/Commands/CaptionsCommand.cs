using System.CommandLine;
using System.Globalization;
using FashionGanTf.Captions;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Cli.Display;
using FashionGanTf.Datasets;
using FashionGanTf.Imaging;
using FashionGanTf.Training;
using Tensorflow.Serialization;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan captions</c>.</summary>
internal static class CaptionsCommand
{
    internal static readonly string[] Examples =
    [
        "captions --out captions.jsonl",
        "captions --out captions.jsonl --count 4 --hold-out",
        "captions more --out more/captions.jsonl",
        "captions --sheets attributes",
    ];

    internal static Command Make(CancellationToken interrupted)
    {
        var place = new Argument<string?>("DATA")
        {
            Description = "A folder or file with pictures in Fashion-MNIST's ten classes, as train takes it by --data [default: " +
                "Fashion-MNIST, found or fetched].",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var output = PathOption.File("--out", "The file for the captions.", "a file of JSON lines", ".jsonl");
        var count = NumberOption.Of("--count", "Captions of each picture.", 1, 1, MeasuredCaptions.Most);
        var seed = NumberOption.Of("--seed", "Chooses synonyms, order, and what is left out.", 1, 0, int.MaxValue);
        var holdOut = new Option<bool>("--hold-out")
        {
            Description = "Write none of pictures with some combinations of words, which train --text then leaves out, so that a " +
                $"model can be asked for what it has never seen: {string.Join("; ", HeldOut.Combinations)}.",
        };
        var sheets = PathOption.Folder("--sheets", "A folder for a sheet of each attribute: a row for each class and word.");
        var command = new Command("captions", "Measure pictures of clothes, and write captions of them: what they are, how dark, plain " +
            "or striped, with which sleeves, how wide or tall.") { place, output, count, seed, holdOut, sheets };
        command.SetAction(result =>
        {
            var (file, folder) = (result.GetValue(output), result.GetValue(sheets));
            if (file is null && folder is null)
                throw new UsageException("--out or --sheets says what to write; give one of them.");
            if (file is not null)
                AtomicFile.RequireWritable(file, "; choose another with --out");
            if (folder is not null)
                PathOption.RequireNoFile(folder, "--sheets");
            var options = new TrainingOptions { Data = result.GetValue(place) }.Pictures();
            var pictures = PreparingDisplay.Show(progress => PictureSet.Read(options, labelled: null, progress, interrupted));
            PreparingDisplay.Say(pictures.Broken);
            MeasuredCaptions.Require(pictures);
            if (file is not null)
                Write(file, pictures, MeasuredCaptions.Of(
                    pictures, result.GetValue(count), result.GetValue(seed), result.GetValue(holdOut), interrupted));
            if (folder is not null)
                Draw(folder, pictures, interrupted);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(string file, PictureSet pictures, IReadOnlyList<(int Picture, string Text)> captions)
    {
        CaptionFile.Write(file, captions);
        var described = captions.Select(caption => caption.Picture).Distinct().Count();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{captions.Count} captions of {described} pictures in {file}, such as '{captions[0].Text}'."));
        if (described < pictures.Count)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{pictures.Count - described} pictures have none: they show a combination that is held out."));
    }

    private static void Draw(string folder, PictureSet pictures, CancellationToken interrupted)
    {
        Directory.CreateDirectory(folder);
        var described = MeasuredCaptions.Describe(pictures.Rows, pictures.Labels!.ToArray<byte>(), interrupted);
        foreach (var attribute in GarmentAttributes.All)
            PngWriter.Write(Path.Combine(folder, $"{attribute.Name.Replace(' ', '-')}.png"),
                AttributeSheet.Of(attribute, pictures.Rows, described));
        Console.WriteLine($"Sheets of {GarmentAttributes.All.Count} attributes are in {folder}.");
    }
}
