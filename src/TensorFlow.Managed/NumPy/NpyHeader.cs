using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Tensorflow.NumPy;

/// <summary>
/// The head of a <c>.npy</c> file (numpy.lib.format): the bytes 93 and <c>NUMPY</c>, a version, a length, and a Python dictionary with the
/// three keys descr, fortran_order and shape.
/// </summary>
/// <param name="Type">Of the elements.</param>
/// <param name="IsBigEndian">Whether an element's highest byte comes first.</param>
/// <param name="IsFortran">Whether the first axis runs fastest.</param>
/// <param name="Shape">Of the array.</param>
internal sealed record NpyHeader(NpyType Type, bool IsBigEndian, bool IsFortran, Shape Shape)
{
    /// <summary>Bytes that the elements of a file are aligned to.</summary>
    private const int Alignment = 64;

    /// <summary>NumPy itself takes no longer head from a file that it does not trust.</summary>
    private const int MostLength = 10_000;

    /// <summary>NumPy's limit.</summary>
    private const int MostAxes = 32;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Bytes of the elements in the file.</summary>
    internal long ByteLength => Shape.size * Type.Size;

    /// <summary>Reads and checks a head; the stream stands at the first element afterwards.</summary>
    /// <exception cref="InvalidDataException">It is not a .npy file, a damaged one, or one of elements that are not read.</exception>
    internal static NpyHeader Read(Stream stream)
    {
        Span<byte> start = stackalloc byte[8];
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start[..6].SequenceEqual(Magic))
            throw new InvalidDataException("not a .npy file: it does not begin as one.");
        if (start[6] is < 1 or > 3)
            throw new InvalidDataException($"a .npy file of version {start[6]}.{start[7]}; 1 to 3 are read.");
        Span<byte> size = stackalloc byte[start[6] == 1 ? 2 : 4];
        ReadWhole(stream, size);
        var length = size.Length == 2 ? BinaryPrimitives.ReadUInt16LittleEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (length > MostLength)
            throw new InvalidDataException($"its head has {length} bytes; {MostLength} is the most.");
        var text = new byte[length];
        ReadWhole(stream, text);
        return Parse(Encoding.UTF8.GetString(text));
    }

    /// <summary>A head, padded so that the elements behind it are aligned.</summary>
    internal static byte[] Write(TF_DataType type, Shape shape)
    {
        var sizes = string.Join(", ", shape.dims.Select(size => size.ToString(CultureInfo.InvariantCulture)));
        var text = $"{{'descr': '{NpyType.Of(type).Descr}', 'fortran_order': False, 'shape': ({sizes}{(shape.ndim == 1 ? "," : "")}), }}";
        var start = Magic.Length + 4;
        var end = (start + text.Length + Alignment) / Alignment * Alignment;
        var head = new byte[end];
        Magic.CopyTo(head);
        head[6] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(head.AsSpan(8), checked((ushort)(end - start)));
        head.AsSpan(start).Fill((byte)' ');
        Encoding.ASCII.GetBytes(text, head.AsSpan(start));
        head[^1] = (byte)'\n';
        return head;
    }

    private static NpyHeader Parse(string text)
    {
        string? descr = null, order = null, shape = null;
        foreach (var (key, value) in Pairs(text))
            _ = key switch
            {
                "descr" when descr is null => descr = value,
                "fortran_order" when order is null && value is "True" or "False" => order = value,
                "shape" when shape is null => shape = value,
                _ => throw Damaged(),
            };
        if (descr is null || order is null || shape is null)
            throw Damaged();
        var (type, isBigEndian) = NpyType.Parse(descr);
        return new NpyHeader(type, isBigEndian, order == "True", Sizes(shape, type));
    }

    /// <summary>The keys and values of a dictionary of texts, tuples and words, in their order.</summary>
    private static List<(string Key, string Value)> Pairs(string text)
    {
        var pairs = new List<(string, string)>();
        var rest = text.AsSpan().Trim();
        if (rest is not ['{', .. var inside, '}'])
            throw Damaged();
        for (rest = inside.TrimStart(); !rest.IsEmpty; rest = rest.TrimStart().TrimStart(',').TrimStart())
        {
            var key = Take(ref rest);
            rest = rest.TrimStart();
            if (rest is not [':', .. var behind])
                throw Damaged();
            rest = behind.TrimStart();
            if (key == "descr" && rest is ['[', ..])
                throw new InvalidDataException("its elements are structures; only plain numbers are read.");
            pairs.Add((key, Take(ref rest)));
        }

        return pairs;
    }

    /// <summary>Takes a text without its quotes, a tuple without its parentheses, or a word from the beginning.</summary>
    private static string Take(ref ReadOnlySpan<char> text)
    {
        var end = text switch
        {
            ['\'', ..] => text[1..].IndexOf('\''),
            ['(', ..] => text[1..].IndexOf(')'),
            _ => text.IndexOfAnyExceptInRange('A', 'z'),
        };
        if (end <= 0 && text is not ['(', ..] || end < 0)
            throw Damaged();
        var isEnclosed = text[0] is '\'' or '(';
        var taken = isEnclosed ? text[1..(end + 1)] : text[..end];
        text = text[(isEnclosed ? end + 2 : end)..];
        return taken.ToString();
    }

    private static Shape Sizes(string text, NpyType type)
    {
        var sizes = new List<long>();
        long bytes = type.DataType.Size();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            // A tuple of one ends in a comma.
            if (part.Length == 0 && sizes.Count <= 1)
                continue;
            // Python 2 wrote an L behind long numbers.
            if (!long.TryParse(part.TrimEnd('L'), NumberStyles.None, CultureInfo.InvariantCulture, out var size) || sizes.Count == MostAxes)
                throw Damaged();
            sizes.Add(size);
            // The product is below 2^31 before, so it cannot wrap around with a size below 2^31.
            if (size > Array.MaxLength || (bytes *= Math.Max(size, 1)) > Array.MaxLength)
                throw new InvalidDataException($"its head promises the shape ({text}), which is more than this reader takes.");
        }

        return new Shape([.. sizes]);
    }

    private static InvalidDataException Damaged() =>
        new("its head is damaged: it needs the keys 'descr', 'fortran_order' and 'shape', each once.");

    private static void ReadWhole(Stream stream, Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
            throw new InvalidDataException("damaged file, cut short: it ends within the head of a .npy file.");
    }
}
