namespace FashionGanTf.Training;

/// <summary>A folder that files are to go to.</summary>
internal static class OutputFolder
{
    /// <summary>Makes it where it is not, and finds out whether files can be made in it: now, not when there is something to
    /// save.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="advice">What to do where it cannot be.</param>
    /// <exception cref="IOException">It cannot be made or written to; the message is one line that names it.</exception>
    internal static void Prepare(string folder, string advice = "; choose another with --out")
    {
        try
        {
            Directory.CreateDirectory(folder);
            using var probe = new FileStream(Path.Combine(folder, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write,
                FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"The folder {folder} cannot be written to: {Reason(folder, error)}{advice}.", error);
        }
    }

    /// <summary>The framework's messages name the file that was tried, which nobody asked for.</summary>
    private static string Reason(string folder, Exception error)
    {
        for (var above = Path.GetFullPath(folder); above is not null; above = Path.GetDirectoryName(above))
            if (File.Exists(above))
                return $"{above} is a file";
        return error switch
        {
            UnauthorizedAccessException => "permission denied",
            { HResult: 28 or 122 or unchecked((int)0x80070070) } => "the disk is full",
            FileNotFoundException or DirectoryNotFoundException => "no folder can be made there",
            { HResult: 30 or unchecked((int)0x80070013) } => "the disk is read-only",
            _ => error.Message.TrimEnd('.'),
        };
    }
}
