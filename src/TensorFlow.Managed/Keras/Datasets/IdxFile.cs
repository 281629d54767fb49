using System.Buffers.Binary;
using System.IO.Compression;
using Tensorflow.NumPy;
using Tensorflow.Serialization;

namespace Tensorflow.Keras.Datasets;

/// <summary>
/// Files of the MNIST family, arrays of unsigned bytes in the IDX format, plain or gzip-compressed. A file that is read may be hostile:
/// nothing larger than what its head promises, and what its length can hold, is ever allocated or decompressed.
/// </summary>
public static class IdxFile
{
    /// <summary>The most that deflate can shrink bytes (https://zlib.net/zlib_tech.html, 1032:1), rounded up.</summary>
    private const long BestCompression = 1040;

    /// <summary>
    /// The most that a compressed file may unpack to: 1.3 million pictures; the largest data set of the family has 0.8. A small
    /// file that promises gigabytes, and keeps its promise, is a bomb.
    /// </summary>
    private const long MostUnpacked = 1 << 30;

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
        if (values.dtype != TF_DataType.TF_UINT8)
            throw new ArgumentException(
                $"An IDX file of pictures holds uint8; this tensor is {values.dtype.Name()}. Cast it with tf.cast first.");
        var header = IdxHeader.Write(values.shape);
        AtomicFile.Write(path, file =>
        {
            if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                WriteContent(file, header, values);
                return;
            }

            using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
            WriteContent(gzip, header, values);
        });
    }

    /// <summary>Writes the head of a plain file, for elements that are made while they are written: they follow it, row by row.</summary>
    /// <param name="stream">Gets the head.</param>
    /// <param name="shape">The sizes of the 1 to 8 axes.</param>
    /// <exception cref="ArgumentException">The format cannot hold the shape.</exception>
    public static void write_head(Stream stream, Shape shape) => stream.Write(IdxHeader.Write(shape));

    internal static IdxContent Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return Read(file, path);
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
            return compressed ? ReadGzip(file) : ReadContent(file, file.Length);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidDataException($"{name}: {error.Message}", error);
        }
    }

    private static IdxContent ReadGzip(Stream file)
    {
        // RFC 1952: the last four bytes are the unpacked length. The framework's reader neither misses them nor minds what follows.
        Span<byte> last = stackalloc byte[4];
        file.Position = Math.Max(0, file.Length - last.Length);
        file.ReadAtLeast(last, last.Length, throwOnEndOfStream: false);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(last);
        if (length > MostUnpacked)
            throw new InvalidDataException($"damaged gzip data, or too much: its end promises {length} bytes; a compressed file with " +
                $"more than {MostUnpacked} is not unpacked.");
        try
        {
            file.Position = 0;
            using var gzip = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            var content = ReadContent(gzip, Math.Min(length, file.Length * BestCompression));
            return length == IdxHeader.Length(content.Shape) + content.Shape.size ? content : throw DamagedGzip(null);
        }
        catch (InvalidDataException error)
        {
            // The framework's messages do not fit, and damage may also look like another content.
            if (IsSoundGzip(file, length))
                throw;
            throw DamagedGzip(error);
        }
    }

    /// <summary>Whether a file unpacks to this length with the right sum;
    /// no more than the length is unpacked, and nothing is kept.</summary>
    private static bool IsSoundGzip(Stream file, long length)
    {
        var buffer = new byte[1 << 14];
        try
        {
            file.Position = 0;
            using var gzip = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
            int read;
            for (; length >= 0 && (read = gzip.Read(buffer)) > 0; length -= read)
            {
            }

            return length == 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    /// <param name="stream">Stands at the head.</param>
    /// <param name="held">What the stream holds at most.</param>
    private static IdxContent ReadContent(Stream stream, long held)
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
            throw new InvalidDataException($"bytes follow the {size} elements of its shape {shape}.");
        return new IdxContent(elements.numpy());
    }

    private static void WriteContent(Stream stream, byte[] header, Tensor elements)
    {
        stream.Write(header);
        foreach (var chunk in TensorBytes.Chunks(elements))
            stream.Write(chunk.Span);
    }

    private static InvalidDataException DamagedGzip(Exception? error) =>
        new("damaged gzip data: it is altered or cut short, or other bytes follow it.", error);

    private static InvalidDataException CutShort(Shape shape) =>
        new($"cut short: its head promises the shape {shape}, {shape.size} elements, and there are fewer.");
}
