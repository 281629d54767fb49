using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FashionGanTf.Training;
using Tensorflow.Keras.Datasets;
using Tensorflow.Serialization;

namespace FashionGanTf.Datasets.Preparing;

/// <summary>
/// Packed files in the user's cache folder, one for each list of pictures and way to prepare them. A file's name is made of what it
/// depends on: every picture's name, class, length, time and box, and the preparation. So nothing in it ever changes; a file that is
/// damaged is made anew, and one that is half written never has the name.
/// </summary>
public static class PictureCache
{
    /// <summary>Is counted up when the same pictures would be prepared to other pixels.</summary>
    private const int Version = 1;

    /// <summary>The pictures, prepared: from the cache, or made now and kept there.</summary>
    /// <param name="pictures">The pictures, at least one.</param>
    /// <param name="preparation">How they are made alike.</param>
    /// <param name="skipBroken">Whether pictures that cannot be decoded are left out.</param>
    /// <param name="progress">Is told how many of how many are prepared, on the caller's thread.</param>
    /// <param name="folder">Where the files lie; null for the user's cache folder.</param>
    /// <param name="stop">Ends the work; nothing is left behind.</param>
    /// <exception cref="IOException">A picture cannot be read, or the file cannot be written; nothing half-written is left.</exception>
    /// <exception cref="InvalidDataException">A picture is broken; the one-line message names it. Or all are.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static PackedPictures Prepare(IReadOnlyList<SourcePicture> pictures, Preparation preparation, bool skipBroken = false,
        Action<int, int>? progress = null, string? folder = null, CancellationToken stop = default)
    {
        folder ??= CacheFolder.Path("pictures") ?? throw new IOException(
            "There is no folder to keep prepared pictures in: this user has no home. Name one in the environment, as XDG_CACHE_HOME.");
        var path = Path.Combine(folder, Key(pictures, preparation) + ".pack");
        if (PackedPictures.Open(path) is { } kept)
            return Checked(kept, skipBroken);
        OutputFolder.Prepare(folder, "; prepared pictures are kept there, and XDG_CACHE_HOME can name another place");
        using var mine = CacheLock.Take(path + ".lock", stop);
        // Another process may have made it while this one waited.
        if (PackedPictures.Open(path) is { } made)
            return Checked(made, skipBroken);
        foreach (var left in Directory.EnumerateFiles(folder, Path.GetFileName(path) + ".*.tmp"))
            File.Delete(left);
        AtomicFile.Write(path, file => Packer.Write(file, pictures, preparation, skipBroken, progress, stop));
        return PackedPictures.Open(path) ?? throw new IOException($"{path} was written and cannot be read again; the disk may be damaged.");
    }

    /// <summary>What tells one packed file from another, as hexadecimal digits.</summary>
    internal static string Key(IReadOnlyList<SourcePicture> pictures, Preparation preparation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add(FormattableString line) => hash.AppendData(Encoding.UTF8.GetBytes(line.ToString(CultureInfo.InvariantCulture) + "\n"));
        Add($"{Version} {preparation.Size} {preparation.Channels} {preparation.Fit} {preparation.Background}");
        foreach (var picture in pictures)
            Add($"{picture.Label} {picture.Length} {picture.Modified.Ticks} {picture.Box} {picture.Name}");
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }

    private static PackedPictures Checked(PackedPictures packed, bool skipBroken)
    {
        if (skipBroken || packed.Broken.Count == 0)
            return packed;
        packed.Dispose();
        throw Packer.IsBroken(packed.Broken[0]);
    }
}
