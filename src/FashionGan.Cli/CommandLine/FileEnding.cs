namespace FashionGanTf.Cli.CommandLine;

/// <summary>What a name's ending says of a file: nothing is written under a name that promises something else.</summary>
internal static class FileEnding
{
    /// <summary>Endings that tell everybody what is in a file. Others, as in <c>pictures.v2</c>, promise nothing.</summary>
    private static readonly string[] s_known =
    [
        ".png", ".apng", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".avif", ".heic", ".ico", ".tif", ".tiff", ".svg", ".pdf",
        ".mp4", ".webm", ".mov", ".avi", ".mkv",
        ".zip", ".tar", ".tgz", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar",
        ".idx", "-ubyte", ".npy", ".npz", ".mat", ".h5", ".hdf5", ".keras", ".pt", ".pth", ".pkl", ".onnx", ".safetensors",
        ".json", ".jsonl", ".csv", ".parquet", ".txt", ".md", ".html", ".htm", ".xml", ".yaml", ".yml",
    ];

    /// <summary>Requires that a file's name promises nothing else than what is written to it.</summary>
    /// <param name="option">The option that names it.</param>
    /// <param name="path">The name.</param>
    /// <param name="content">What is written, as <c>a PNG picture</c>.</param>
    /// <param name="endings">The endings that promise that; the first is recommended.</param>
    /// <exception cref="UsageException">It promises something else.</exception>
    internal static void Require(string option, string path, string content, params string[] endings)
    {
        if (Complaint(path, content, endings) is { } complaint)
            throw new UsageException($"{option} {path} {complaint}");
    }

    /// <summary>Requires that a name can be a folder's: it does not end as files do, or ends in a slash, or is a folder already.</summary>
    /// <exception cref="UsageException">It cannot.</exception>
    internal static void RequireFolder(string option, string path)
    {
        if (FolderComplaint(path) is { } complaint)
            throw new UsageException($"{option} {path} {complaint}");
    }

    /// <summary>What <see cref="Require"/> complains of; null when all is well.</summary>
    internal static string? Complaint(string path, string content, params string[] endings) =>
        Of(path) is { } ending && !endings.Contains(ending)
        ? $"ends in {ending}, but {content} is written; end it in {endings[0]}." : null;

    /// <summary>What <see cref="RequireFolder"/> complains of; null when all is well.</summary>
    internal static string? FolderComplaint(string path) => Of(path) is { } ending && !Directory.Exists(path)
        ? $"ends in {ending} as files do, but a folder is written; leave the ending out, or end it in a slash." : null;

    /// <summary>The ending that tells what is in the file, in lower case: <c>.tar.gz</c> of a compressed archive, but <c>.gz</c> of an
    /// IDX array, which keeps being one.</summary>
    /// <returns>Null when the name promises nothing.</returns>
    internal static string? Of(string path)
    {
        var name = path.ToLowerInvariant();
        var ending = Known(name);
        return ending == ".gz" && Known(name[..^ending.Length]) is { } inner and not (".idx" or "-ubyte") ? inner + ending : ending;
    }

    private static string? Known(string name) => s_known.FirstOrDefault(ending => name.EndsWith(ending, StringComparison.Ordinal));
}
