using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Generation;
using FashionGanTf.Imaging;
using FashionGanTf.Models;

namespace FashionGanTf.Cli.Commands;

/// <summary><c>fashion-gan generate</c>.</summary>
internal static class GenerateCommand
{
    internal static readonly string[] Examples =
    [
        "fashion-gan generate --model run/generator.safetensors --count 64 --grid 8x8 --out clothes.png",
        "fashion-gan generate --model run/generator.safetensors --count 100 --seed 7 --out pictures",
        "fashion-gan generate --model run/generator.safetensors --count 10000 --format idx --out generated-images-idx3-ubyte.gz",
    ];

    internal static Command Make(CancellationToken interrupted)
    {
        var model = PathOption.Of("--model", "A generator's weights, as train leaves them in run/.", "FILE");
        var count = NumberOption.Optional("--count", "How many pictures [default: as many as the grid has places, or 64].", 1, 1_000_000);
        var seed = NumberOption.Of("--seed", "Which pictures: picture i of a seed is always the same.", 1, 0, int.MaxValue);
        var grid = GridSize.Option("--grid", "Columns and rows of the grid [default: nearly square].");
        var output = PathOption.Of("--out", "The file of a grid or an IDX array, or the folder of single pictures.", "FILE_OR_DIR");
        (model.Required, output.Required) = (true, true);
        var format = PictureFormat.Option();

        var command = new Command("generate", "Draw pictures with a trained generator.") { model, count, seed, grid, output, format };
        command.SetAction(result =>
        {
            var (size, file) = (result.GetValue(grid), result.GetRequiredValue(output)!);
            var kind = result.GetValue(format) ?? PictureFormat.Of(size is not null, file);
            var number = result.GetValue(count) ?? size?.Places ?? 64;
            if (size is not null && kind != PictureFormat.Grid)
                throw new UsageException($"--grid {size} goes with --format grid only.");
            if (number > size?.Places)
                throw new UsageException($"A grid of {size} has {size?.Places} places; --count {number} is more.");
            if (kind == PictureFormat.Png)
                PathOption.RequireNoFile(file);
            else
                PathOption.RequireNoFolder(file);

            var pictures = Draw(FashionGan.Load(result.GetRequiredValue(model)!), number, result.GetValue(seed), interrupted);
            Write(pictures, number, kind, size ?? GridSize.For(number), file);
            Console.WriteLine($"{number} {(number == 1 ? "picture" : "pictures")} in {file}{(kind == PictureFormat.Grid ? $", a sheet of {size ?? GridSize.For(number)}" : "")}.");
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(IEnumerable<Bitmap> pictures, int count, string format, GridSize grid, string output)
    {
        switch (format)
        {
            case PictureFormat.Png:
                PictureFiles.WriteSingles(output, pictures, count);
                break;
            case PictureFormat.Grid:
                PngWriter.Write(output, ImageGrid.Compose([.. pictures], grid.Columns, grid.Rows));
                break;
            default:
                PictureFiles.WriteIdx(output, pictures, count);
                break;
        }
    }

    /// <summary>Some at a time, so that Ctrl-C is heard and a million pictures need no room for a million.</summary>
    internal static IEnumerable<Bitmap> Draw(FashionGan gan, int count, int seed, CancellationToken interrupted)
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
