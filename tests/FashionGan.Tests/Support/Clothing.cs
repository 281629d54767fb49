using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Datasets.Sources;

namespace FashionGanTf.Tests.Support;

/// <summary>The photographs of clothes that come with the tests.</summary>
internal static class Clothing
{
    /// <summary>Folders train, validation and test, and in them a folder for each of ten classes.</summary>
    internal static string Folder { get; } = Path.Combine(Repository.Root, "tests", "clothing");

    /// <summary>Parquet files with some of them.</summary>
    internal static string Parquet { get; } = Path.Combine(Repository.Root, "tests", "clothing-parquet");

    /// <summary>All photographs of a part, in the order of their paths.</summary>
    internal static string[] Photographs(string split) =>
        [.. Directory.GetFiles(Path.Combine(Folder, split), "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    /// <summary>Copies photographs to places in a folder.</summary>
    internal static void Copy(string folder, params string[] places)
    {
        foreach (var (photograph, place) in Photographs("train").Zip(places))
        {
            var to = Path.Combine(folder, place);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(photograph, to);
        }
    }

    /// <summary>Pictures with their classes, as <c>a.jpg dress</c>; names are as seen from the folder.</summary>
    internal static string[] Of(FoundPictures found, IReadOnlyList<SourcePicture> part, string folder) =>
        [.. part.Select(picture => $"{Path.GetRelativePath(folder, picture.Name)} " +
            $"{(picture.Label < 0 ? "-" : found.Classes[picture.Label])}")];

    /// <summary>What is left out, as <c>notes.txt: not a picture</c>.</summary>
    internal static string[] LeftOut(FoundPictures found, string folder) =>
        [.. found.LeftOut.Select(one => $"{(Path.IsPathRooted(one.Name) ? Path.GetRelativePath(folder, one.Name) : one.Name)}: {one.Why}")];
}
