using System.IO.Compression;
using Tensorflow.Serialization;

namespace Tensorflow.NumPy;

/// <summary>
/// The arrays of a <c>.npz</c> file, a ZIP file of <c>.npy</c> files, by name. An array is read when it is first asked for. A file may be
/// hostile: what an array takes is bounded by what its bytes in the file can hold.
/// </summary>
public sealed class NpzDictionary
{
    internal const string Ending = ".npy";

    /// <summary>Deflate's best: no byte stands for more.</summary>
    private const long MostRatio = 1032;

    private readonly string _path;
    private readonly Func<Stream> _open;
    private readonly Dictionary<string, NDArray?> _arrays = [];

    /// <summary>Looks which arrays there are.</summary>
    /// <param name="path">What the file is called in a message.</param>
    /// <param name="open">Opens it.</param>
    internal NpzDictionary(string path, Func<Stream> open)
    {
        (_path, _open) = (path, open);
        InArchive(archive =>
        {
            foreach (var entry in archive.Entries)
                if (entry.FullName.EndsWith(Ending, StringComparison.Ordinal) && !_arrays.TryAdd(NameOf(entry.FullName), null))
                    throw new InvalidDataException($"it has '{OneLine.Of(entry.FullName)}' twice.");
            return true;
        });
    }

    /// <summary>The arrays' names, without <c>.npy</c>, in the order of the file.</summary>
    public IEnumerable<string> Keys => _arrays.Keys;

    /// <summary>An array.</summary>
    /// <param name="key">Its name; <c>.npy</c> may follow.</param>
    /// <exception cref="KeyNotFoundException">There is none of this name; the message says which there are.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="InvalidDataException">The array is damaged, or of elements that are not read.</exception>
    public NDArray this[string key]
    {
        get
        {
            var name = _arrays.ContainsKey(key) ? key : NameOf(key);
            if (!_arrays.TryGetValue(name, out var array))
                throw new KeyNotFoundException($"{_path}: there is no array '{name}' in this file; it has " +
                    $"{(_arrays.Count == 0 ? "none" : string.Join(", ", _arrays.Keys.Select(OneLine.Of)))}.");
            return array ?? (_arrays[name] = InArchive(archive => Read(archive, name)));
        }
    }

    /// <summary>Whether there is an array of this name.</summary>
    public bool ContainsKey(string key) => _arrays.ContainsKey(key) || _arrays.ContainsKey(NameOf(key));

    private static string NameOf(string key) => key.EndsWith(Ending, StringComparison.Ordinal) ? key[..^Ending.Length] : key;

    private static NDArray Read(ZipArchive archive, string name)
    {
        var entry = archive.GetEntry(name + Ending) ?? throw new InvalidDataException($"'{OneLine.Of(name)}' is no longer in it.");
        using var stream = entry.Open();
        return NpyFile.Read($"array '{OneLine.Of(name)}'", stream, Math.Min(entry.Length, entry.CompressedLength * MostRatio));
    }

    private T InArchive<T>(Func<ZipArchive, T> read)
    {
        try
        {
            using var archive = Opened();
            return read(archive);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{_path}: {OneLine.Of(error.Message)}", error);
        }
    }

    private ZipArchive Opened()
    {
        var file = _open();
        try
        {
            return new ZipArchive(file, ZipArchiveMode.Read);
        }
        catch (InvalidDataException error)
        {
            file.Dispose();
            throw new InvalidDataException("not a .npz file, or a damaged one: its table of arrays cannot be read.", error);
        }
    }
}
