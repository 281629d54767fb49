using Tensorflow.Serialization;

namespace Tensorflow.Keras.Datasets.Sources;

/// <summary>How a source that fetches puts files into the cache folder: checked first, then renamed into place, so that processes that do
/// so at once do no harm.</summary>
internal static class CacheEntry
{
    /// <summary>The cache folder, made if need be.</summary>
    /// <exception cref="IOException">There is none, or it cannot be made.</exception>
    internal static string Open(string? folder)
    {
        if (folder is null)
            throw new DirectoryNotFoundException("there is no home folder to keep a download in");
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException($"{folder} cannot be made: permission denied", error);
        }
    }

    /// <summary>True when the folder holds this very file; a damaged one counts as missing and will be replaced.</summary>
    internal static bool Holds(string folder, DatasetFile file)
    {
        try
        {
            file.ReadGenuine(Path.Combine(folder, file.Name + ".gz"));
            return true;
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return false;
        }
    }

    /// <summary>Puts a file into the folder.</summary>
    /// <param name="folder">The cache folder.</param>
    /// <param name="file">Which one.</param>
    /// <param name="copyTo">Writes its compressed content.</param>
    /// <exception cref="InvalidDataException">What was written is not this file; nothing was left.</exception>
    internal static void Add(string folder, DatasetFile file, Action<Stream> copyTo) =>
        AtomicFile.Write(Path.Combine(folder, file.Name + ".gz"), target =>
        {
            copyTo(target);
            file.RequireGenuine(IdxFile.Read(target, file.Name + ".gz"), file.Name + ".gz");
            target.Position = target.Length;
        });
}
