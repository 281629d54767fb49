using System.IO.Compression;

namespace Tensorflow.NumPy;

/// <summary>Writes a <c>.npz</c> file array by array, also of elements that are made while they are written. The same arrays give the same
/// bytes.</summary>
public sealed class NpzWriter : IDisposable
{
    /// <summary>The earliest that the format knows: an array that is written again has not changed.</summary>
    private static readonly DateTimeOffset s_time = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive _archive;
    private readonly CompressionLevel _level;

    /// <summary>A file without arrays yet.</summary>
    /// <param name="output">Gets the bytes; it stays open.</param>
    /// <param name="level">How arrays are compressed.</param>
    public NpzWriter(Stream output, CompressionLevel level) =>
        (_archive, _level) = (new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true), level);

    /// <summary>Adds an array.</summary>
    /// <param name="name">Its name, which no other has.</param>
    /// <param name="array">The array.</param>
    public void Add(string name, NDArray array)
    {
        using var stream = Entry(name);
        NpyFile.Write(stream, array);
    }

    /// <summary>Begins an array, whose elements are then written to a stream: row by row, numbers of more than a byte
    /// little-endian.</summary>
    /// <param name="name">Its name, which no other has.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="dtype">The type of its elements.</param>
    /// <returns>The stream; it is closed before the next array begins.</returns>
    public Stream Begin(string name, Shape shape, TF_DataType dtype)
    {
        var stream = Entry(name);
        stream.Write(NpyHeader.Write(dtype, shape));
        return stream;
    }

    /// <summary>Writes the table of arrays, which the file ends with.</summary>
    public void Dispose() => _archive.Dispose();

    private Stream Entry(string name)
    {
        var entry = _archive.CreateEntry(name + NpzDictionary.Ending, _level);
        entry.LastWriteTime = s_time;
        return entry.Open();
    }
}
