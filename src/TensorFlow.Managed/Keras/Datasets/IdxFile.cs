using System.IO.Compression;
using System.Text.RegularExpressions;
using Tensorflow.NumPy;
using Tensorflow.Serialization;

namespace Tensorflow.Keras.Datasets;

/// <summary>
/// Files of the MNIST family, arrays of unsigned bytes in the IDX format, plain or gzip-compressed. A file that is read may be hostile:
/// nothing larger than what its head promises, and what its length can hold, is ever allocated or decompressed.
/// </summary>
public static partial class IdxFile
{
    /// <summary>Reads a file; whether it is compressed is told by its content.</summary>
    /// <param name="path">The file.</param>
    /// <returns>A uint8 array of the shape that the file gives.</returns>
    /// <exception cref="IOException">It is not there or cannot be read.</exception>
    /// <exception cref="InvalidDataException">It is not an IDX file of bytes, or a damaged one;
    /// the message names the file and what is wrong.</exception>
    public static NDArray load(string path) => Read(path).Array;

    /// <summary>Writes a file, gzip-compressed when its name ends in <c>.gz</c>: beside its place first, then renamed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="values">A uint8 tensor with 1 to 8 axes.</param>
    /// <exception cref="ArgumentException">The tensor is of another type or shape.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void save(string path, Tensor values)
    {
        RequireBytes(values);
        AtomicFile.Write(path, file => write(file, values, path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Writes a file's bytes to a stream, which stays open.</summary>
    /// <param name="stream">Gets them.</param>
    /// <param name="values">A uint8 tensor with 1 to 8 axes.</param>
    /// <param name="is_compressed">Whether to compress them by gzip.</param>
    /// <exception cref="ArgumentException">The tensor is of another type or shape.</exception>
    public static void write(Stream stream, Tensor values, bool is_compressed)
    {
        RequireBytes(values);
        var header = IdxHeader.Write(values.shape);
        if (!is_compressed)
        {
            WriteContent(stream, header, values);
            return;
        }

        using var gzip = new GZipStream(stream, CompressionLevel.Optimal, leaveOpen: true);
        WriteContent(gzip, header, values);
    }

    /// <summary>Writes the head of a plain file, for elements that are made while they are written: they follow it, row by row.</summary>
    /// <param name="stream">Gets the head.</param>
    /// <param name="shape">The sizes of the 1 to 8 axes.</param>
    /// <exception cref="ArgumentException">The format cannot hold the shape.</exception>
    public static void write_head(Stream stream, Shape shape) => stream.Write(IdxHeader.Write(shape));

    /// <summary>The place of the labels beside a file of pictures, as in Fashion-MNIST:
    /// <c>train-labels-idx1-ubyte.gz</c> of <c>train-images-idx3-ubyte.gz</c>; <c>drawn-labels.idx</c> of <c>drawn.idx</c>.</summary>
    /// <param name="path">The file of pictures.</param>
    public static string labels_beside(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(path) ?? "", Path.GetFileName(path));
        var labels = ImagesName().Replace(name, "labels$1idx1");
        if (labels == name)
        {
            var end = name.IndexOf('.', 1);
            labels = end < 0 ? name + "-labels" : name.Insert(end, "-labels");
        }

        return Path.Combine(folder, labels);
    }

    internal static IdxContent Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            // A pipe's length is not known before its end.
            return file.CanSeek ? Read(file, path) : throw new InvalidDataException($"{path} is a pipe, not a file.");
        }
        catch (UnauthorizedAccessException error)
        {
            throw new IOException(Directory.Exists(path)
                ? $"{path} is a folder, not a file."
                : $"{path} cannot be read: permission denied.", error);
        }
    }

    /// <summary>Reads a file's content from a stream that knows its length, from its beginning.</summary>
    /// <param name="file">The stream.</param>
    /// <param name="name">What it is called in a message.</param>
    internal static IdxContent Read(Stream file, string name)
    {
        try
        {
            file.Position = 0;
            var compressed = file.ReadByte() == 0x1f && file.ReadByte() == 0x8b;
            file.Position = 0;
            return compressed ? IdxGzip.Read(file) : ReadContent(file, file.Length);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{name}: {error.Message}", error);
        }
    }

    /// <summary>Reads what a stream holds up to its end.</summary>
    /// <param name="stream">Stands at the head.</param>
    /// <param name="held">What it holds at most, in bytes.</param>
    internal static IdxContent ReadContent(Stream stream, long held)
    {
        var shape = IdxHeader.Read(stream);
        var size = shape.size;
        if (size > held)
            throw CutShort(shape);
        using var scope = TensorScope.Begin();
        var elements = Tensor.Empty(shape, TF_DataType.TF_UINT8);
        if (!TensorBytes.TryRead(stream, elements))
            throw CutShort(shape);
        // Reading on also makes a compressed stream check its own sum.
        if (stream.ReadByte() >= 0)
            throw TooLong(shape);
        return new IdxContent(elements.numpy());
    }

    private static void RequireBytes(Tensor values)
    {
        if (values.dtype != TF_DataType.TF_UINT8)
            throw new ArgumentException(
                $"An IDX file of pictures holds uint8; this tensor is {values.dtype.Name()}. Cast it with tf.cast first.");
    }

    private static void WriteContent(Stream stream, byte[] header, Tensor elements)
    {
        stream.Write(header);
        foreach (var chunk in TensorBytes.Chunks(elements))
            stream.Write(chunk.Span);
    }

    /// <summary>What to say of a file with more bytes than its head promises.</summary>
    internal static InvalidDataException TooLong(Shape shape) => new($"bytes follow the {shape.size} elements of its shape {shape}.");

    /// <summary>What to say of a file with fewer bytes than its head promises.</summary>
    internal static InvalidDataException CutShort(Shape shape) =>
        new($"damaged file, cut short: its head promises the shape {shape}, {shape.size} elements, and there are fewer.");

    [GeneratedRegex("images([-.])idx[34]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ImagesName();
}
