namespace Tensorflow.Serialization;

/// <summary>Writes files that are whole or not there: beside their place first, then renamed.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file. Until it is complete, whatever stood under the name stays as it was;
    /// on an error nothing is left behind.</summary>
    /// <param name="path">The file's place; its folder must exist.</param>
    /// <param name="write">Writes the content to the stream it is given.</param>
    /// <exception cref="IOException">It cannot be written; the message is one line that names the file.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var place = Place(path);
        var temporary = Temporary(place);
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, place, overwrite: true);
        }
        catch (Exception error)
        {
            TryDelete(temporary);
            if (Reason(error, place, temporary) is { } reason)
                throw new IOException($"{path} cannot be written: {reason}.", error);
            throw;
        }
    }

    /// <summary>Requires, before work begins, that <see cref="Write"/> can put a file here. Nothing is left behind.</summary>
    /// <param name="path">The file's place.</param>
    /// <param name="advice">What to do where it cannot, for the message's end.</param>
    /// <exception cref="IOException">It cannot; the message is one line that names the file.</exception>
    public static void RequireWritable(string path, string advice = "")
    {
        var place = Place(path, advice);
        var temporary = Temporary(place);
        try
        {
            using var probe = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception error) when (Reason(error, place, temporary) is { } reason)
        {
            throw new IOException($"{path} cannot be written: {reason}{advice}.", error);
        }
    }

    /// <summary>A name of its own for every writer: two processes that write the same file do not disturb each other, and the last one
    /// wins.</summary>
    private static string Temporary(string place) => $"{place}.{Path.GetRandomFileName()}.tmp";

    /// <summary>Where a link leads, so that it stays one.</summary>
    private static string Place(string path, string advice = "")
    {
        var place = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
        if (Directory.Exists(place))
            throw new IOException($"{path} is a folder, a file name was expected{advice}.");
        return IsDevice(path) || IsDevice(place) || IsPipe(place)
            ? throw new IOException($"{path} cannot be written: it is a device or a pipe, no file may take its place{advice}.") : place;
    }

    /// <summary>Whether Unix keeps a device here; the framework cannot tell one from a file. Under /dev/shm there are files.</summary>
    private static bool IsDevice(string path)
    {
        var full = Path.GetFullPath(path);
        return !OperatingSystem.IsWindows() && full.StartsWith("/dev/", StringComparison.Ordinal)
            && !full.StartsWith("/dev/shm/", StringComparison.Ordinal) && Path.Exists(full);
    }

    /// <summary>Whether this is a pipe with a name: it can be opened, but has no places. Opened for both directions it waits for
    /// nobody.</summary>
    private static bool IsPipe(string path)
    {
        if (OperatingSystem.IsWindows() || !File.Exists(path))
            return false;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, 1);
            return !file.CanSeek;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Whether another file may take its place is up to its folder.
            return false;
        }
    }

    /// <summary>Why a file cannot be written, without the temporary name that nobody gave.</summary>
    /// <returns>Null for an error that says nothing of this file.</returns>
    private static string? Reason(Exception error, string place, string temporary)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(place))!;
        return error switch
        {
            DirectoryNotFoundException => File.Exists(folder) ? $"{folder} is a file, no folder" : $"there is no folder {folder}",
            FileNotFoundException { FileName: { } name } when name == temporary => $"there can be no files in {folder}",
            UnauthorizedAccessException => "permission denied",
            PathTooLongException => "its name is too long",
            _ when IsFull(error) => "the disk is full, or files may not grow so large",
            IOException { HResult: 30 or unchecked((int)0x80070013) } => "the disk is read-only",
            IOException when error.Message.Contains(Path.GetFileName(temporary), StringComparison.Ordinal) =>
                error.Message.Replace($" : '{Path.GetFullPath(temporary)}'", "", StringComparison.Ordinal).TrimEnd('.'),
            _ => null,
        };
    }

    /// <summary>No room: ENOSPC, EDQUOT, ERROR_DISK_FULL; and what the framework makes of EFBIG, where a limit is set on files.</summary>
    private static bool IsFull(Exception error) =>
        error is IOException { HResult: 28 or 122 or unchecked((int)0x80070070) } or ArgumentOutOfRangeException { ParamName: "value" };

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // What made the writing fail matters more, and is thrown.
        }
    }
}
