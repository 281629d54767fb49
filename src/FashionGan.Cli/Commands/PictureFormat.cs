using System.CommandLine;
using FashionGanTf.Cli.CommandLine;
using FashionGanTf.Imaging;

namespace FashionGanTf.Cli.Commands;

/// <summary>How <c>generate</c> writes pictures: <c>--format</c>, or what the name of the place suggests.</summary>
internal static class PictureFormat
{
    internal const string Png = "png";
    internal const string Grid = "grid";
    internal const string Idx = "idx";
    internal const string Npz = "npz";
    internal const string Zip = "zip";
    internal const string Animation = "animation";
    internal const string Gif = "gif";
    internal const string Webp = "webp";

    private static readonly string[] s_all = [Png, Grid, Idx, Npz, Zip, Animation, Gif, Webp];

    internal static Option<string?> Option() => ChoiceOption.Of("--format",
        "png: a file each; grid: all in one PNG; idx: an array, with a fourth axis in colour, compressed when its name ends in .gz, of a " +
        "model with classes with their labels in a second file and their names in classes.txt; npz: NumPy's arrays images and labels in " +
        "one file; zip: PNG files and a table of what they are drawn from; animation, gif, webp: one after the " +
        "other in one animated PNG, GIF or WebP [default: grid " +
        "with --grid or an --out that ends in .png, idx for .idx, -ubyte and .gz, npz for .npz, zip for .zip, animation for .apng, gif " +
        "for .gif, webp for .webp, else png].",
        s_all, text => text);

    /// <summary>What file moves; null where the format is none that does.</summary>
    internal static AnimationKind? Moving(string format) => format switch
    {
        Animation => AnimationKind.Png,
        Gif => AnimationKind.Gif,
        Webp => AnimationKind.Webp,
        _ => null,
    };

    /// <summary>What is meant when no format is given.</summary>
    /// <param name="hasGrid">Whether a grid's size is given.</param>
    /// <param name="path">Where the pictures go.</param>
    /// <exception cref="UsageException">A file of a kind that this program does not write.</exception>
    internal static string Of(bool hasGrid, string path)
    {
        var ending = FileEnding.Of(path);
        if (hasGrid || ending == ".png")
            return Grid;
        if (ending is ".idx" or "-ubyte" or ".gz")
            return Idx;
        if (ending == ".npz")
            return Npz;
        if (ending == ".zip")
            return Zip;
        if (ending == ".apng")
            return Animation;
        if (ending == ".gif")
            return Gif;
        if (ending == ".webp")
            return Webp;
        if (ending is not null && !Directory.Exists(path))
            throw new UsageException(
                $"--out {path} ends in {ending}, which is not written here; end it in .png, .apng, .gif, .webp, .zip, .idx or .npz, or " +
                "name a folder.");
        return Png;
    }

    /// <summary>Requires that the name of the place promises nothing else than what is written there.</summary>
    /// <exception cref="UsageException">It promises something else.</exception>
    internal static void RequireName(string format, string path)
    {
        if (format == Png)
            FileEnding.RequireFolder("--out", path);
        else if (format == Idx)
            FileEnding.Require("--out", path, "an IDX array", ".idx", "-ubyte", ".gz");
        else if (format == Npz)
            FileEnding.Require("--out", path, "a NumPy file", ".npz");
        else if (format == Zip)
            FileEnding.Require("--out", path, "a ZIP file", ".zip");
        else if (format == Animation)
            FileEnding.Require("--out", path, "an animated PNG", ".png", ".apng");
        else if (format == Gif)
            FileEnding.Require("--out", path, "a GIF animation", ".gif");
        else if (format == Webp)
            FileEnding.Require("--out", path, "a WebP animation", ".webp");
        else
            FileEnding.Require("--out", path, "a PNG picture", ".png");
    }
}
