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
        // A name of its own for every writer: two processes that write the same file do not disturb each other, and the last one wins.
        var temporary = $"{place}.{Path.GetRandomFileName()}.tmp";
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
            if (error is DirectoryNotFoundException)
                throw new IOException($"{path} cannot be written: {Missing(Path.GetDirectoryName(Path.GetFullPath(place))!)}.", error);
            if (error is FileNotFoundException { FileName: { } name } && name == temporary)
                throw new IOException(
                    $"{path} cannot be written: there can be no files in {Path.GetDirectoryName(Path.GetFullPath(place))}.", error);
            if (error is UnauthorizedAccessException)
                throw new IOException($"{path} cannot be written: permission denied.", error);
            if (IsFull(error))
                throw new IOException($"{path} cannot be written: the disk is full, or files may not grow so large.", error);
            throw;
        }
    }

    /// <summary>Where a link leads, so that it stays one.</summary>
    private static string Place(string path)
    {
        var place = new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;
        return IsDevice(path) || IsDevice(place)
            ? throw new IOException($"{path} cannot be written: it is a device, no file may take its place.") : place;
    }

    /// <summary>Whether Unix keeps a device here; the framework cannot tell one from a file. Under /dev/shm there are files.</summary>
    private static bool IsDevice(string path)
    {
        var full = Path.GetFullPath(path);
        return !OperatingSystem.IsWindows() && full.StartsWith("/dev/", StringComparison.Ordinal)
            && !full.StartsWith("/dev/shm/", StringComparison.Ordinal) && Path.Exists(full);
    }

    private static string Missing(string folder) => File.Exists(folder) ? $"{folder} is a file, no folder" : $"there is no folder {folder}";

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
