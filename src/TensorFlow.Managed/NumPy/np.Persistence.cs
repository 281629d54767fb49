using System.IO.Compression;
using Tensorflow.Serialization;

namespace Tensorflow.NumPy;

/// <content>Arrays in files: <c>.npy</c> holds one, <c>.npz</c> several by name, as NumPy reads and writes them.</content>
public static partial class np
{
    /// <summary>Reads a <c>.npy</c> file. Elements of a type that the runtime lacks become one that holds each of their values: float16
    /// float32, int8, int16 and uint16 int32, uint32 int64.</summary>
    /// <param name="file">Its path.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not a .npy file, a damaged one, or one of elements that are not read; the one-line
    /// message names it.</exception>
    public static NDArray load(string file)
    {
        using var stream = Open(file);
        return NpyFile.Read(file, stream, stream.Length);
    }

    /// <summary>Reads a <c>.npz</c> file.</summary>
    /// <param name="file">Its path; it must stay there while arrays are asked for.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not a .npz file, or a damaged one; the one-line message names it.</exception>
    public static NpzDictionary loadz(string file) => new(file, () => Open(file));

    /// <summary>Writes a <c>.npy</c> file.</summary>
    /// <param name="file">Its path; it is whole or not there.</param>
    /// <param name="nd">The array.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void save(string file, NDArray nd) => AtomicFile.Write(file, stream => NpyFile.Write(stream, nd));

    /// <summary>Writes a <c>.npz</c> file without compression; the arrays are called <c>arr_0</c>, <c>arr_1</c>, ...</summary>
    /// <inheritdoc cref="savez(string, IReadOnlyDictionary{string, NDArray})"/>
    public static void savez(string file, params NDArray[] nds) => savez(file, Numbered(nds));

    /// <summary>Writes a <c>.npz</c> file without compression.</summary>
    /// <param name="file">Its path; it is whole or not there.</param>
    /// <param name="nds">The arrays and their names.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void savez(string file, IReadOnlyDictionary<string, NDArray> nds) => Write(file, nds, CompressionLevel.NoCompression);

    /// <summary>Writes a <c>.npz</c> file without compression; the arrays are called what the properties are that hold them:
    /// <c>savez("a.npz", new { x, y })</c>.</summary>
    /// <param name="file">Its path; it is whole or not there.</param>
    /// <param name="nds">An object whose properties are arrays.</param>
    /// <exception cref="ArgumentException">A property is no array.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void savez(string file, object nds) => savez(file, Named(nds));

    /// <summary>Writes a compressed <c>.npz</c> file; the arrays are called <c>arr_0</c>, <c>arr_1</c>, ...</summary>
    /// <inheritdoc cref="savez(string, IReadOnlyDictionary{string, NDArray})"/>
    public static void savez_compressed(string file, params NDArray[] nds) => savez_compressed(file, Numbered(nds));

    /// <summary>Writes a compressed <c>.npz</c> file.</summary>
    /// <inheritdoc cref="savez(string, IReadOnlyDictionary{string, NDArray})"/>
    public static void savez_compressed(string file, IReadOnlyDictionary<string, NDArray> nds) =>
        Write(file, nds, CompressionLevel.Optimal);

    /// <summary>Writes a compressed <c>.npz</c> file; the arrays are called what the properties are that hold them.</summary>
    /// <inheritdoc cref="savez(string, object)"/>
    public static void savez_compressed(string file, object nds) => savez_compressed(file, Named(nds));

    private static Dictionary<string, NDArray> Named(object nds) => nds.GetType().GetProperties().ToDictionary(
        property => property.Name, property => property.GetValue(nds) as NDArray
            ?? throw new ArgumentException($"savez: '{property.Name}' is no array."));

    private static Dictionary<string, NDArray> Numbered(NDArray[] nds) =>
        nds.Index().ToDictionary(one => $"arr_{one.Index}", one => one.Item);

    private static void Write(string file, IReadOnlyDictionary<string, NDArray> nds, CompressionLevel level) =>
        AtomicFile.Write(file, stream =>
        {
            using var writer = new NpzWriter(stream, level);
            foreach (var (name, array) in nds)
                writer.Add(name, array);
        });

    private static FileStream Open(string file)
    {
        try
        {
            var stream = File.OpenRead(file);
            if (stream.CanSeek)
                return stream;
            stream.Dispose();
            throw new InvalidDataException($"{file} is a pipe, not a file.");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException($"There is no file {file}.", file, error);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(Directory.Exists(file) ? $"{file} is a folder, not a file."
                : $"{file} cannot be read: permission denied.", error);
        }
    }
}
