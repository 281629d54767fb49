using System.CommandLine;
using FashionGanTf.Cli.CommandLine;

namespace FashionGanTf.Cli.Commands;

/// <summary>How <c>generate</c> writes pictures: <c>--format</c>, or what the name of the place suggests.</summary>
internal static class PictureFormat
{
    internal const string Png = "png";
    internal const string Grid = "grid";
    internal const string Idx = "idx";
    internal const string Zip = "zip";
    internal const string Animation = "animation";

    /// <summary>Endings of pictures that this program cannot write: a folder of such a name would be nobody's wish.</summary>
    private static readonly string[] s_otherPictures = [".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".tif", ".tiff"];

    internal static Option<string?> Option()
    {
        var option = new Option<string?>("--format")
        {
            Description = "png: a file each; grid: all in one PNG; idx: an array, compressed when its name ends in .gz; zip: PNG files " +
                "and a table of what they are "
                + "drawn from; animation: one after the other in one PNG [default: grid with --grid or an --out that ends in .png, idx " +
                "for .idx, -ubyte and .gz, zip for .zip, animation for .apng, else png].",
            HelpName = "png|grid|idx|zip|animation",
            CustomParser = result =>
            {
                var text = result.Tokens[0].Value;
                if (text is not (Png or Grid or Idx or Zip or Animation))
                    result.AddError($"--format needs png, grid, idx, zip or animation, not '{text}'.");
                return text;
            },
        };
        option.CompletionSources.Add(Png, Grid, Idx, Zip, Animation);
        return option;
    }

    /// <summary>What is meant when no format is given.</summary>
    /// <param name="hasGrid">Whether a grid's size is given.</param>
    /// <param name="path">Where the pictures go.</param>
    /// <exception cref="UsageException">A file of a kind that this program does not write.</exception>
    internal static string Of(bool hasGrid, string path)
    {
        bool EndsIn(string ending) => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase);
        if (hasGrid || EndsIn(".png"))
            return Grid;
        if (EndsIn(".idx") || EndsIn("-ubyte") || EndsIn(".gz"))
            return Idx;
        if (EndsIn(".zip"))
            return Zip;
        if (EndsIn(".apng"))
            return Animation;
        if (s_otherPictures.Any(EndsIn))
            throw new UsageException($"--out {path} names a kind of picture that is not written here; end it in .png, or give --format.");
        return Png;
    }
}
