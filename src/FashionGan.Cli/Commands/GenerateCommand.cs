using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Generation;
using FashionGanTf.Imaging;
using FashionGanTf.Models;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan generate</c>.</summary>
internal static class GenerateCommand
{
    private const string Png = "png";
    private const string Grid = "grid";
    private const string Idx = "idx";

    internal static readonly string[] Examples =
    [
        "fashion-gan generate --model run/generator.safetensors --count 64 --grid 8x8 --out clothes.png",
        "fashion-gan generate --model run/generator.safetensors --count 100 --seed 7 --out pictures",
        "fashion-gan generate --model run/generator.safetensors --count 10000 --format idx --out generated-images-idx3-ubyte.gz",
    ];

    internal static Command Make(CancellationToken interrupted)
    {
        var model = new Option<string>("--model") { Description = "A generator's weights, as train leaves them in run/.", HelpName = "FILE", Required = true };
        var count = NumberOption.Optional("--count", "How many pictures [default: as many as the grid has places, or 64].", 1, 1_000_000);
        var seed = NumberOption.Of("--seed", "Which pictures: picture i of a seed is always the same.", 1, 0, int.MaxValue);
        var grid = GridSize.Option("--grid", "Columns and rows of the grid [default: nearly square].");
        var output = new Option<string>("--out") { Description = "The file of a grid or an IDX array, or the folder of single pictures.", HelpName = "FILE_OR_DIR", Required = true };
        var format = new Option<string?>("--format")
        {
            Description = "png: a file each; grid: all in one; idx: an array, compressed when its name ends in .gz [default: grid when --grid is given or --out ends in .png, else png].",
            HelpName = "png|grid|idx",
        };
        format.AcceptOnlyFromAmong(Png, Grid, Idx);

        var command = new Command("generate", "Draw pictures with a trained generator.") { model, count, seed, grid, output, format };
        command.SetAction(result =>
        {
            var (size, file) = (result.GetValue(grid), result.GetRequiredValue(output));
            var kind = result.GetValue(format) ?? (size is not null || Path.GetExtension(file) == ".png" ? Grid : Png);
            var number = result.GetValue(count) ?? size?.Places ?? 64;
            if (size is not null && kind != Grid)
                throw new UsageException($"--grid {size} goes with --format grid only.");
            if (number > size?.Places)
                throw new UsageException($"A grid of {size} has {size?.Places} places; --count {number} is more.");

            var pictures = Draw(FashionGan.Load(result.GetRequiredValue(model)), number, result.GetValue(seed), interrupted);
            Write(pictures, number, kind, size ?? GridSize.For(number), file);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(IEnumerable<Bitmap> pictures, int count, string format, GridSize grid, string output)
    {
        switch (format)
        {
            case Png:
                PictureFiles.WriteSingles(output, pictures, count);
                break;
            case Grid:
                PngWriter.Write(output, ImageGrid.Compose([.. pictures], grid.Columns, grid.Rows));
                break;
            default:
                PictureFiles.WriteIdx(output, pictures, count);
                break;
        }
    }

    /// <summary>Some at a time, so that Ctrl-C is heard and a million pictures need no room for a million.</summary>
    private static IEnumerable<Bitmap> Draw(FashionGan gan, int count, int seed, CancellationToken interrupted)
    {
        const int part = 256;
        for (var first = 0; first < count; first += part)
        {
            interrupted.ThrowIfCancellationRequested();
            foreach (var picture in gan.Generate(Math.Min(part, count - first), seed, first))
                yield return picture;
        }
    }
}
