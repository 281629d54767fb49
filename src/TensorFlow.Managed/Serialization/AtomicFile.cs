namespace Tensorflow.Serialization;

/// <summary>Writes files that are whole or not there: beside their place first, then renamed.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file. Until it is complete, whatever stood under the name stays as it was; on an error nothing is left behind.</summary>
    /// <param name="path">The file's place; its folder must exist.</param>
    /// <param name="write">Writes the content to the stream it is given.</param>
    /// <exception cref="IOException">It cannot be written; the message is one line that names the file.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        // A name of its own for every writer: two processes that write the same file do not disturb each other, and the last one wins.
        var temporary = $"{path}.{Path.GetRandomFileName()}.tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                write(file);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error)
        {
            TryDelete(temporary);
            if (error is DirectoryNotFoundException)
                throw new IOException($"{path} cannot be written: there is no folder {Path.GetDirectoryName(Path.GetFullPath(path))}.", error);
            if (error is UnauthorizedAccessException)
                throw new IOException($"{path} cannot be written: permission denied.", error);
            if (IsFull(error))
                throw new IOException($"{path} cannot be written: the disk is full, or files may not grow so large.", error);
            throw;
        }
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
