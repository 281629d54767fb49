using FashionGanTf.Datasets.Preparing;
using FashionGanTf.Training;

namespace FashionGanTf.Datasets.Sources;

/// <summary>The files in a folder and below it, told by their names and looked for when they are first asked for. What is hidden is not
/// looked at.</summary>
/// <param name="place">The folder, which exists.</param>
internal sealed class FolderFiles(string place)
{
    /// <summary>Deeper folders are not looked into: links can lead round in more ways than are looked for.</summary>
    private const int Deepest = 12;

    private static readonly string[] s_read = [".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".bmp", ".gif"];

    private static readonly string[] s_notRead =
        [".tif", ".tiff", ".heic", ".heif", ".avif", ".jp2", ".jxl", ".tga", ".ppm", ".pgm", ".svg", ".psd", ".raw", ".dng"];

    private static readonly string[] s_written = ["run", "samples", "evaluation"];

    private List<SourcePicture>? _pictures;
    private List<FileInfo>? _parquet;
    private List<LeftOut>? _others;
    private (string Path, string Seen) _lastFolder = ("", "");

    /// <summary>The folder.</summary>
    internal string Root { get; } = Path.GetFullPath(place);

    /// <summary>The pictures, in the order of their names.</summary>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    internal IReadOnlyList<SourcePicture> Pictures => Looked(ref _pictures);

    /// <summary>The parquet files, in the order of their names.</summary>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    internal IReadOnlyList<FileInfo> Parquet => Looked(ref _parquet);

    /// <summary>The other files.</summary>
    /// <exception cref="IOException">A folder cannot be read.</exception>
    internal IReadOnlyList<LeftOut> Others => Looked(ref _others);

    /// <summary>Whether a file is a picture of a format that is read, by its name.</summary>
    internal static bool IsPicture(string path) => s_read.Contains(Path.GetExtension(path).ToLowerInvariant());

    /// <summary>Whether a file is a parquet file, by its name.</summary>
    internal static bool IsParquet(string path) => path.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder that a picture lies in, as seen from the root, with slashes; empty for the root.</summary>
    internal string FolderOf(SourcePicture picture)
    {
        // Most lie where the one before lies; hundreds of thousands need not have a text each.
        var path = Path.GetDirectoryName(picture.Name.AsSpan());
        if (!path.SequenceEqual(_lastFolder.Path))
        {
            var seen = Path.GetRelativePath(Root, path.ToString());
            _lastFolder = (path.ToString(), seen == "." ? "" : seen.Replace('\\', '/'));
        }

        return _lastFolder.Seen;
    }

    /// <summary>The names of what lies in the folder itself, in their order; folders end in a slash.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal IEnumerable<string> Names() =>
        Entries(new DirectoryInfo(Root)).Select(entry => entry is DirectoryInfo ? entry.Name + "/" : entry.Name);

    private List<T> Looked<T>(ref List<T>? list)
    {
        if (_others is null)
        {
            (_pictures, _parquet, _others) = ([], [], []);
            Look(new DirectoryInfo(Root), 0);
        }

        return list!;
    }

    private void Look(DirectoryInfo folder, int depth)
    {
        // What a training wrote into the folder of its data is no data.
        var isRun = new RunFolders(folder.FullName).HoldRun;
        foreach (var entry in Entries(folder))
            if (isRun && s_written.Contains(entry.Name))
                continue;
            else if (entry is not FileInfo file)
            {
                if (LinksToAbove((DirectoryInfo)entry))
                    _others!.Add(new LeftOut(entry.FullName, "it links to a folder above itself"));
                else if (depth < Deepest)
                    Look((DirectoryInfo)entry, depth + 1);
                else
                    _others!.Add(new LeftOut(entry.FullName, "it lies too deep"));
            }
            else if (IsPicture(file.Name))
                _pictures!.Add(SourcePicture.OfFile(file));
            else if (IsParquet(file.Name))
                _parquet!.Add(file);
            else
                _others!.Add(new LeftOut(file.FullName, s_notRead.Contains(file.Extension.ToLowerInvariant())
                    ? $"{file.Extension[1..].ToUpperInvariant()} files are not read" : "not a picture"));
    }

    private static bool LinksToAbove(DirectoryInfo folder) => folder.LinkTarget is not null
        && folder.ResolveLinkTarget(returnFinalTarget: true) is { } target
        && (folder.FullName + Path.DirectorySeparatorChar).StartsWith(
            Path.TrimEndingDirectorySeparator(target.FullName) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static List<FileSystemInfo> Entries(DirectoryInfo folder)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos("*", new EnumerationOptions { IgnoreInaccessible = false })
                .Where(entry => !entry.Name.StartsWith('.') && entry.Name is not ("__MACOSX" or "Thumbs.db" or "desktop.ini"))
                .OrderBy(entry => entry.Name, StringComparer.Ordinal)];
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{folder.FullName} cannot be read: permission denied.", error);
        }
    }
}
