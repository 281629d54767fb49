using System.CommandLine;
using FashionGanTf.Cli.CommandLine;

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

    private static readonly string[] s_all = [Png, Grid, Idx, Npz, Zip, Animation];

    internal static Option<string?> Option() => ChoiceOption.Of("--format",
        "png: a file each; grid: all in one PNG; idx: an array, with a fourth axis in colour, compressed when its name ends in .gz, of a " +
        "model with classes with their labels in a second file and their names in classes.txt; npz: NumPy's arrays images and labels in " +
        "one file; zip: PNG files and a table of what they are drawn from; animation: one after the other in one PNG [default: grid with " +
        "--grid or an --out that ends in .png, idx for .idx, -ubyte and .gz, npz for .npz, zip for .zip, animation for .apng, else png].",
        s_all, text => text);

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
        if (ending is not null && !Directory.Exists(path))
            throw new UsageException(
                $"--out {path} ends in {ending}, which is not written here; end it in .png, .apng, .zip, .idx or .npz, or name a folder.");
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
        else
            FileEnding.Require("--out", path, "a PNG picture", ".png");
    }
}
