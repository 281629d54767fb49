using System.Buffers.Binary;

namespace Tensorflow.Keras.Datasets;

/// <summary>
/// The head of an IDX file (http://yann.lecun.com/exdb/mnist, "the IDX file format"): two zeros, the type of the elements, the number of
/// axes, then each axis' size as a big-endian 32-bit number.
/// </summary>
internal static class IdxHeader
{
    private const byte UnsignedByte = 0x08;

    /// <summary>What <see cref="Write"/> and the reader take; pictures in colour have four axes.</summary>
    private const int MostAxes = 8;

    /// <summary>Reads and checks the head; the stream stands at the first element afterwards.</summary>
    /// <exception cref="InvalidDataException">It is not an IDX file of bytes, or one that is cut short or too large.</exception>
    internal static Shape Read(Stream stream)
    {
        Span<byte> word = stackalloc byte[4];
        ReadWord(stream, word);
        if (word[0] != 0 || word[1] != 0)
            throw new InvalidDataException($"not an IDX file: it begins with the bytes {Convert.ToHexString(word)}, not with 0000.");
        if (word[2] != UnsignedByte)
            throw new InvalidDataException($"an IDX file of element type 0x{word[2]:x2}; only unsigned bytes (0x08) are read.");
        int axes = word[3];
        if (axes is < 1 or > MostAxes)
            throw new InvalidDataException($"an IDX file with {axes} axes; 1 to {MostAxes} can be.");

        var sizes = new long[axes];
        long elements = 1;
        for (var axis = 0; axis < axes; axis++)
        {
            ReadWord(stream, word);
            sizes[axis] = BinaryPrimitives.ReadUInt32BigEndian(word);
            // Both factors are below 2^32 and the product is checked at once, so it cannot wrap around.
            elements *= sizes[axis];
            if (elements > Array.MaxLength)
                throw new InvalidDataException($"its head promises ({string.Join(", ", sizes[..(axis + 1)])}) elements and more, which " +
                    $"is more than this reader takes.");
        }

        return new Shape(sizes);
    }

    /// <summary>The bytes that the head takes.</summary>
    internal static int Length(Shape shape) => 4 + 4 * shape.ndim;

    /// <summary>The head of a file of unsigned bytes.</summary>
    /// <exception cref="ArgumentException">The format cannot hold the shape.</exception>
    internal static byte[] Write(Shape shape)
    {
        if (shape.ndim is < 1 or > MostAxes)
            throw new ArgumentException($"An IDX file has 1 to {MostAxes} axes; the shape {shape} has {shape.ndim}.");
        var header = new byte[Length(shape)];
        header[2] = UnsignedByte;
        header[3] = (byte)shape.ndim;
        for (var axis = 0; axis < shape.ndim; axis++)
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4 + 4 * axis), checked((uint)shape[axis]));
        return header;
    }

    private static void ReadWord(Stream stream, Span<byte> word)
    {
        if (stream.ReadAtLeast(word, word.Length, throwOnEndOfStream: false) < word.Length)
            throw new InvalidDataException("damaged file, cut short: it ends within the head of an IDX file.");
    }
}
