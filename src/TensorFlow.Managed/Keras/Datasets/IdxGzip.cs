using System.Buffers.Binary;
using System.IO.Compression;

namespace Tensorflow.Keras.Datasets;

/// <summary>
/// Reads IDX files under gzip (RFC 1952). The framework's reader takes a file that is cut short, and ignores what follows one, both without
/// an error; here each is told by its name. A file may be hostile: nothing is allocated before it is known to be there.
/// </summary>
internal static class IdxGzip
{
    /// <summary>The most that deflate can shrink bytes (https://zlib.net/zlib_tech.html, 1032:1), rounded up.</summary>
    private const long BestCompression = 1040;

    /// <summary>
    /// The most that a file may unpack to: 1.3 million pictures; the largest data set of the family has 0.8. A small file that promises
    /// gigabytes, and keeps its promise, is a bomb.
    /// </summary>
    private const long MostUnpacked = 1 << 30;

    /// <summary>Reads a file from its beginning.</summary>
    /// <param name="file">A stream that knows its length.</param>
    /// <exception cref="InvalidDataException">It is damaged, or not an IDX file; the message says what is wrong.</exception>
    internal static IdxContent Read(Stream file)
    {
        var (sum, length) = Trailer(file);
        var shape = ReadHead(file, length);
        var promised = IdxHeader.Length(shape) + shape.size;
        try
        {
            if (promised == length && promised <= MostUnpacked)
                return ReadContent(file, promised);
        }
        catch (InvalidDataException)
        {
            // The framework's message says little; what is wrong is found below.
        }

        if (promised == length && promised > MostUnpacked)
            throw TooMuch(promised);
        RequireWhole(file, shape, promised, length);
        RequireEnd(file, promised, sum, length);
        return ReadContent(file, promised);
    }

    /// <summary>The last eight bytes: sum and length of what was packed, or of its last part where a file has several.</summary>
    private static (uint Sum, uint Length) Trailer(Stream file)
    {
        Span<byte> last = stackalloc byte[8];
        file.Position = Math.Max(0, file.Length - last.Length);
        file.ReadAtLeast(last, last.Length, throwOnEndOfStream: false);
        return (BinaryPrimitives.ReadUInt32LittleEndian(last), BinaryPrimitives.ReadUInt32LittleEndian(last[4..]));
    }

    private static Shape ReadHead(Stream file, uint length)
    {
        try
        {
            using var gzip = Unpack(file);
            return IdxHeader.Read(gzip);
        }
        catch (InvalidDataException error)
        {
            // What is altered may look like another content.
            if (Count(file, Math.Min(length, MostUnpacked)) is null)
                throw Altered(error);
            throw;
        }
    }

    private static IdxContent ReadContent(Stream file, long promised)
    {
        using var gzip = Unpack(file);
        return IdxFile.ReadContent(gzip, Math.Min(promised, file.Length * BestCompression));
    }

    /// <summary>Requires that a file holds as many bytes as its head promises; nothing is kept of them.</summary>
    private static void RequireWhole(Stream file, Shape shape, long promised, uint length)
    {
        var count = Count(file, Math.Min(Math.Max(promised, length), MostUnpacked)) ?? throw Altered(null);
        if (count > MostUnpacked)
            throw TooMuch(promised);
        if (count < promised)
            throw IdxFile.CutShort(shape);
        if (count > promised)
            throw IdxFile.TooLong(shape);
    }

    /// <summary>
    /// Requires that a file ends with sum and length of the end of its content. Parts that follow each other are one file to gzip, and the
    /// framework checks the sums of all of them but one that is cut off.
    /// </summary>
    private static void RequireEnd(Stream file, long promised, uint sum, uint length)
    {
        if (length > 0 && length <= promised && SumFrom(file, promised - length) == sum)
            return;
        throw new InvalidDataException("damaged file: the end of its compressed data is cut off, or other bytes follow it.");
    }

    private static GZipStream Unpack(Stream file)
    {
        file.Position = 0;
        return new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>How many bytes a file unpacks to, counted a little further than a limit; null when its data are altered.</summary>
    private static long? Count(Stream file, long limit)
    {
        try
        {
            long count = 0;
            Walk(file, bytes => (count += bytes.Length) <= limit);
            return count;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The CRC-32 of what a file unpacks to from a place on.</summary>
    private static uint SumFrom(Stream file, long skipped)
    {
        const uint polynomial = 0xEDB88320;
        var sum = uint.MaxValue;
        Walk(file, bytes =>
        {
            var start = (int)Math.Min(skipped, bytes.Length);
            skipped -= start;
            foreach (var value in bytes[start..])
            {
                sum ^= value;
                for (var bit = 0; bit < 8; bit++)
                    sum = (sum & 1) == 0 ? sum >> 1 : (sum >> 1) ^ polynomial;
            }

            return true;
        });
        return ~sum;
    }

    /// <summary>Shows what a file unpacks to, piece by piece, until it ends or the visitor says that it is enough.</summary>
    private static void Walk(Stream file, Visitor visit)
    {
        var buffer = new byte[1 << 14];
        using var gzip = Unpack(file);
        int read;
        do
            read = gzip.Read(buffer);
        while (read > 0 && visit(buffer.AsSpan(0, read)));
    }

    private static InvalidDataException TooMuch(long promised) => new(
        $"its head promises {promised} bytes; a compressed file with more than {MostUnpacked} is not unpacked.");

    private static InvalidDataException Altered(Exception? error) => new("damaged file: its compressed data are altered.", error);

    private delegate bool Visitor(ReadOnlySpan<byte> bytes);
}
